package org.entente.engine.access;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Role.Grant;
import org.entente.metadata.model.Role.Operation;
import org.entente.metadata.model.Role.Scope.EveryEntity;
import org.entente.metadata.model.Role.Scope.OfEntity;
import org.entente.metadata.model.Role.Scope.OfTenant;
import org.entente.metadata.model.Role.Scope.OfTrait;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** What a caller may do: the union of the grants of its roles. Nothing is allowed by default. */
public final class Rights implements Visibility {

    private final Model model;
    private final Set<String> roles;
    private final Map<String, Set<Operation>> onEntities;
    private final Set<Operation> onTenant;

    private Rights(
            Model model,
            Set<String> roles,
            Map<String, Set<Operation>> onEntities,
            Set<Operation> onTenant) {
        this.model = model;
        this.roles = roles;
        this.onEntities = onEntities;
        this.onTenant = onTenant;
    }

    /** The rights of a caller under a model. A role that the model does not have grants nothing. */
    public static Rights of(Caller caller, Model model) {
        var onEntities = new LinkedHashMap<String, Set<Operation>>();
        var onTenant = EnumSet.noneOf(Operation.class);
        for (var name : caller.roles()) {
            var role = model.roles().get(name);
            if (role != null) {
                role.grants().forEach(grant -> add(grant, model, onEntities, onTenant));
            }
        }
        return new Rights(model, caller.roles(), onEntities, onTenant);
    }

    private static void add(
            Grant grant,
            Model model,
            Map<String, Set<Operation>> onEntities,
            Set<Operation> onTenant) {
        switch (grant.on()) {
            case OfTenant() -> onTenant.addAll(grant.can());
            case OfEntity(var entity) -> allow(onEntities, entity, grant.can());
            case OfTrait(var trait) ->
                    model.carriers(trait).forEach(e -> allow(onEntities, e.name(), grant.can()));
            case EveryEntity() ->
                    model.entities().keySet().forEach(e -> allow(onEntities, e, grant.can()));
        }
    }

    private static void allow(
            Map<String, Set<Operation>> onEntities, String entity, Set<Operation> operations) {
        onEntities
                .computeIfAbsent(entity, name -> EnumSet.noneOf(Operation.class))
                .addAll(operations);
    }

    /** The roles from which they come. */
    public Set<String> roles() {
        return roles;
    }

    /** Whether the operation is allowed on records of the entity. */
    public boolean allows(Entity entity, Operation operation) {
        return onEntities.getOrDefault(entity.name(), Set.of()).contains(operation);
    }

    /** Done when the tenant itself may be operated on so. */
    public Outcome<Rights> onTenant(Operation operation) {
        return onTenant.contains(operation)
                ? Outcome.done(this)
                : Outcome.refused(Problem.of(ProblemCode.FORBIDDEN));
    }

    /**
     * The entity of this name, if the operation is allowed. One that may not be read does not exist
     * for the caller (NOT_FOUND); one that may be read but not operated on so is FORBIDDEN.
     */
    public Outcome<Entity> entity(String name, Operation operation) {
        var entity = model.entity(name).filter(this::readable);
        if (entity.isEmpty()) {
            return Outcome.refused(Problem.of(ProblemCode.NOT_FOUND));
        }
        return allows(entity.get(), operation)
                ? Outcome.done(entity.get())
                : Outcome.refused(Problem.of(ProblemCode.FORBIDDEN));
    }

    /** What is computed is for those who may read everything that it comes from. */
    private boolean hasOrigins(Field field) {
        return !(field.type() instanceof Computed computed)
                || computed.origins().stream()
                        .allMatch(origin ->
                                model.entity(origin.entity())
                                        .filter(entity ->
                                                entity.field(origin.field())
                                                        .filter(from -> readable(entity, from))
                                                        .isPresent())
                                        .isPresent());
    }

    @Override
    public boolean readable(Entity entity) {
        return allows(entity, Operation.READ);
    }

    @Override
    public boolean readable(Entity entity, Field field) {
        return readable(entity) && field.sensitivity() != Sensitivity.SECRET && hasOrigins(field);
    }
}
