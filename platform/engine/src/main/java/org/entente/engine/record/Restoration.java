package org.entente.engine.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.engine.query.Asked;
import org.entente.engine.request.Gathering;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Takes records out of the recycle bin, into a world that has gone on without them. */
final class Restoration {

    private final Asked asked;
    private final TenantTransaction transaction;
    private final DefinedValues defined;

    Restoration(Asked asked, TenantTransaction transaction, DefinedValues defined) {
        this.asked = asked;
        this.transaction = transaction;
        this.defined = defined;
    }

    /**
     * The change that brings a record back. A reference to what has gone is emptied where deleting
     * the target would have done so; else the record cannot come back.
     */
    Outcome<Change> of(Entity entity, StoredRecord record, String pointer) {
        var gathering = new Gathering();
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, @Nullable Object>(record.values());
        for (var field : entity.fields().values()) {
            if (record.values().get(field.name()) instanceof Reference target && isGone(target)) {
                if (onDelete(field).filter(OnDelete.CLEAR::equals).isEmpty()) {
                    gathering.add(gone(field, pointer));
                }
                before.put(field.name(), target);
                after.put(field.name(), null);
            }
        }
        return gathering
                .outcome(() -> after)
                .then(values -> defined.check(entity, values, record.id(), pointer))
                .map(values -> change(entity, record, before, values));
    }

    private boolean isGone(Reference target) {
        return asked.model()
                .entity(target.entity())
                .filter(entity -> !transaction.hold(entity, Set.of(target.id())).isEmpty())
                .isEmpty();
    }

    private static Optional<OnDelete> onDelete(Field field) {
        return switch (field.type()) {
            case ReferenceType type -> Optional.of(type.onDelete());
            case TraitReferenceType type -> Optional.of(type.onDelete());
            default -> Optional.empty();
        };
    }

    private static Problem gone(Field field, String pointer) {
        return Problem.of(
                ProblemCode.REFERENCE_NOT_FOUND,
                pointer + "/values/" + field.name(),
                Map.of("name", field.name()));
    }

    private Change change(
            Entity entity,
            StoredRecord record,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        return new Change(
                entity,
                record.id(),
                record.version() + 1,
                Change.Operation.RESTORE,
                before,
                after,
                asked.caller().user().id(),
                asked.caller().at());
    }
}
