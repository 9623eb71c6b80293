package org.entente.engine.record;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.expression.Targets;
import org.entente.engine.query.Asked;
import org.entente.engine.request.Gathering;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.Pointing;
import org.entente.metadata.model.RelatedList;
import org.entente.metadata.model.SystemFields;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Takes records out of the recycle bin, into a world that has gone on without them; what was
 * deleted along with a record comes back with it.
 */
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
     * Restores a locked record. Problems: NOT_UNIQUE, REQUIRED, REFERENCE_NOT_FOUND; those of what
     * would come with it stand at the pointer itself.
     */
    Outcome<Long> restore(Entity entity, StoredRecord record, String pointer) {
        return of(entity, record, pointer)
                .then(change -> placed(transaction.write(change), pointer))
                .then(version -> companions(entity, record, pointer).map(_ -> version));
    }

    private static Outcome<Long> placed(Outcome<Long> outcome, String pointer) {
        return switch (outcome) {
            case Outcome.Done<Long> done -> done;
            case Outcome.Refused<Long>(var problems) ->
                    Outcome.refused(problems.stream().map(p -> p.under(pointer)).toList());
        };
    }

    private Outcome<Long> companions(Entity target, StoredRecord record, String pointer) {
        Outcome<Long> outcome = Outcome.done(0L);
        for (var entity : asked.model().entities().values()) {
            for (var field : entity.fields().values()) {
                if (RelatedList.pointsAt(field, target) && cascades(field)) {
                    outcome = outcome.then(_ -> companions(entity, field, record));
                }
            }
        }
        return at(outcome, pointer);
    }

    /** Whatever keeps a companion in the bin is no matter of a value of the record itself. */
    private static Outcome<Long> at(Outcome<Long> outcome, String pointer) {
        return switch (outcome) {
            case Outcome.Done<Long> done -> done;
            case Outcome.Refused<Long>(var problems) ->
                    Outcome.refused(
                            problems.stream()
                                    .map(p -> new Problem(p.code(), pointer, p.details()))
                                    .toList());
        };
    }

    private static boolean cascades(Field field) {
        return onDelete(field).filter(OnDelete.CASCADE::equals).isPresent();
    }

    private Outcome<Long> companions(Entity entity, Field field, StoredRecord target) {
        Outcome<Long> outcome = Outcome.done(0L);
        if (target.values().get(SystemFields.UPDATED_AT.name()) instanceof Instant deletedAt) {
            for (var id : transaction.deletedReferrers(entity, field, target.id(), deletedAt)) {
                outcome = outcome.then(_ -> companion(entity, id));
            }
        }
        return outcome;
    }

    /** It may have come back already, by another reference. */
    private Outcome<Long> companion(Entity entity, UUID id) {
        return transaction
                .lockDeleted(entity, id)
                .map(record -> restore(entity, record, ""))
                .orElseGet(() -> Outcome.done(0L));
    }

    /**
     * The change that brings a record back. A reference to what has gone is emptied where deleting
     * the target would have done so; else the record cannot come back.
     */
    private Outcome<Change> of(Entity entity, StoredRecord record, String pointer) {
        var gathering = new Gathering();
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, @Nullable Object>(record.values());
        for (var field : entity.fields().values()) {
            var value = record.values().get(field.name());
            var gone = Targets.of(value).stream().filter(this::isGone).toList();
            if (!gone.isEmpty()) {
                if (onDelete(field).filter(OnDelete.CLEAR::equals).isEmpty()) {
                    gathering.add(gone(field, pointer));
                }
                before.put(field.name(), value);
                after.put(field.name(), without(value, gone));
            }
        }
        return gathering
                .outcome(() -> after)
                .then(values -> defined.check(Draft.of(entity, record, values), pointer))
                .map(values -> change(entity, record, before, values));
    }

    private static @Nullable Object without(@Nullable Object value, List<Reference> gone) {
        var left = value;
        for (var one : gone) {
            left = Targets.without(left, one.id());
        }
        return left;
    }

    private boolean isGone(Reference target) {
        return asked.model()
                .entity(target.entity())
                .filter(entity -> !transaction.hold(entity, Set.of(target.id())).isEmpty())
                .isEmpty();
    }

    private static Optional<OnDelete> onDelete(Field field) {
        return field.type() instanceof Pointing type
                ? Optional.of(type.onDelete())
                : Optional.empty();
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
