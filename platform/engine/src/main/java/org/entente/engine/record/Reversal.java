package org.entente.engine.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.Asked;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.value.ReferenceInput;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** What has to be written so that a record is as it was before an update. */
final class Reversal {

    private final Asked asked;
    private final Entity entity;
    private final TenantTransaction transaction;

    Reversal(Asked asked, Entity entity, TenantTransaction transaction) {
        this.asked = asked;
        this.entity = entity;
        this.transaction = transaction;
    }

    /**
     * The former values. Problems: NOT_FOUND for a record that is gone, STALE when one of the
     * values is no longer the one that the update wrote, FORBIDDEN for a field that the caller may
     * not see.
     */
    Outcome<Input> input(Change change, String pointer) {
        var stored = transaction.lock(entity, change.id());
        if (stored.isEmpty()) {
            return Outcome.refused(Problem.of(ProblemCode.NOT_FOUND, pointer));
        }
        var moved =
                change.after().entrySet().stream()
                        .filter(e ->
                                !Same.value(stored.get().values().get(e.getKey()), e.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!moved.isEmpty()) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.STALE,
                            pointer,
                            Map.of(
                                    "reason",
                                    "changed_since",
                                    "differing",
                                    moved.stream().filter(this::isReadable).toList())));
        }
        return former(change, pointer);
    }

    private Outcome<Input> former(Change change, String pointer) {
        var values = new LinkedHashMap<Field, Optional<Object>>();
        for (var entry : change.before().entrySet()) {
            var field = entity.field(entry.getKey());
            if (field.isEmpty() || !Input.writable(asked, entity, field.get())) {
                return Outcome.refused(Problem.of(ProblemCode.FORBIDDEN, pointer));
            }
            values.put(field.get(), Optional.ofNullable(asGiven(entry.getValue())));
        }
        return Outcome.done(new Input(pointer, values));
    }

    private boolean isReadable(String name) {
        return entity.field(name).filter(f -> asked.rights().readable(entity, f)).isPresent();
    }

    /** A reference is looked up again: what it led to may be gone by now. */
    private static @Nullable Object asGiven(@Nullable Object value) {
        return switch (value) {
            case Reference(var id, var to) -> new ReferenceInput.ById(to, id);
            case List<?> several -> several.stream().map(Reversal::asGiven).toList();
            case null -> null;
            case Object other -> other;
        };
    }
}
