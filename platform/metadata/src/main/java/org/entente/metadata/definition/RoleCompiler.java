package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.definition.Merger.Merged;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.model.Role;
import org.entente.metadata.model.Role.Grant;
import org.entente.metadata.model.Role.Operation;
import org.entente.metadata.model.Role.Scope;
import org.entente.metadata.model.Text;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Compiles roles. */
final class RoleCompiler {

    private static final Set<Operation> OF_THE_TENANT =
            EnumSet.of(Operation.MODEL, Operation.USERS);

    private final Merged merged;
    private final List<Problem> problems;

    RoleCompiler(Merged merged, List<Problem> problems) {
        this.merged = merged;
        this.problems = problems;
    }

    Role compile(Definition role) {
        var grants = new ArrayList<Grant>();
        for (var node : role.nodes("grants")) {
            if (node instanceof Mapping grant && !ShapeCheck.hasBroken(grant)) {
                grant(grant).ifPresent(grants::add);
            }
        }
        return new Role(
                role.name(),
                role.key(),
                role.rank(),
                role.localized("label").orElseGet(() -> Text.of(Names.humanised(role.name()))),
                grants);
    }

    private Optional<Grant> grant(Mapping grant) {
        var can = EnumSet.noneOf(Operation.class);
        for (var item : Definition.items(grant.entries().getOrDefault("can", grant))) {
            can.add(Operation.valueOf(item.value().toString().toUpperCase(Locale.ROOT)));
        }
        if (can.isEmpty()) {
            problems.add(Problem.of(ProblemCode.MISSING, grant.place(), Map.of("name", "can")));
            return Optional.empty();
        }
        return scope(grant)
                .filter(scope -> operationsFit(grant, scope, can))
                .map(scope -> new Grant(scope, can));
    }

    private boolean operationsFit(Mapping grant, Scope scope, Set<Operation> can) {
        var ofTenant = scope instanceof Scope.OfTenant;
        var unfit =
                can.stream()
                        .filter(operation -> OF_THE_TENANT.contains(operation) != ofTenant)
                        .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                        .toList();
        if (!unfit.isEmpty()) {
            problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            grant.entries().getOrDefault("can", grant).place(),
                            Map.of("name", "can", "unfit", unfit)));
        }
        return unfit.isEmpty();
    }

    private Optional<Scope> scope(Mapping grant) {
        var entity = grant.entries().get("entity");
        var trait = grant.entries().get("trait");
        if (entity != null && trait != null) {
            problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            trait.place(),
                            Map.of("name", "trait", "conflict", "entity")));
            return Optional.empty();
        }
        if (entity instanceof Scalar(Object name, String place)) {
            return ofEntity(name.toString(), entity);
        }
        if (trait instanceof Scalar(Object name, String place)) {
            return known(merged.traits(), name.toString(), trait, ProblemCode.UNKNOWN_TRAIT)
                    ? Optional.of(new Scope.OfTrait(name.toString()))
                    : Optional.empty();
        }
        return Optional.of(new Scope.OfTenant());
    }

    private Optional<Scope> ofEntity(String name, Node node) {
        if (name.equals("*")) {
            return Optional.of(new Scope.EveryEntity());
        }
        return known(merged.entities(), name, node, ProblemCode.UNKNOWN_ENTITY)
                ? Optional.of(new Scope.OfEntity(name))
                : Optional.empty();
    }

    private boolean known(
            Map<String, Definition> definitions, String name, Node node, ProblemCode code) {
        if (definitions.containsKey(name)) {
            return true;
        }
        problems.add(ShapeCheck.unknown(code, node, name, definitions.keySet()));
        return false;
    }
}
