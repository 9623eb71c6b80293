package org.entente.server.rest;

import java.util.List;
import java.util.Locale;
import org.entente.engine.access.Rights;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Role.Operation;
import org.entente.server.openapi.Right;
import org.entente.server.openapi.Scope;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;

/** What a member of a tenant may do and see. */
final class CallerScope implements Scope {

    private final Caller caller;
    private final Model model;
    private final Rights rights;

    CallerScope(Caller caller, Model model) {
        this.caller = caller;
        this.model = model;
        this.rights = Rights.of(caller, model);
    }

    @Override
    public Locale language() {
        return caller.language();
    }

    @Override
    public boolean grants(Right right) {
        return switch (right) {
            case SIGNED_IN, MEMBER -> true;
            case READ, CREATE, UPDATE, DELETE, WRITE -> !entities(right).isEmpty();
            case MODEL -> onTenant(Operation.MODEL);
            case USERS -> onTenant(Operation.USERS);
            case OPERATOR -> false;
        };
    }

    @Override
    public List<Entity> entities(Right right) {
        return model.entities().values().stream()
                .filter(rights::readable)
                .filter(entity ->
                        operations(right).stream().anyMatch(o -> rights.allows(entity, o)))
                .toList();
    }

    @Override
    public List<Field> fields(Entity entity) {
        return entity.fields().values().stream()
                .filter(field -> rights.readable(entity, field))
                .toList();
    }

    private boolean onTenant(Operation operation) {
        return rights.onTenant(operation) instanceof Outcome.Done<Rights>;
    }

    private static List<Operation> operations(Right right) {
        return switch (right) {
            case READ -> List.of(Operation.READ);
            case CREATE -> List.of(Operation.CREATE);
            case UPDATE -> List.of(Operation.UPDATE);
            case DELETE -> List.of(Operation.DELETE);
            case WRITE -> List.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE);
            case SIGNED_IN, MEMBER, MODEL, USERS, OPERATOR -> List.of();
        };
    }
}
