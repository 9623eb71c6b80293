package org.entente.engine.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.expression.Evaluation;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.model.Entity;

/**
 * What was told of one record, decided; newest first.
 *
 * @param entity of the record
 * @param after answer what stands after this mark
 * @param user the entity of those who write
 * @param naming the expression that names a user, when the caller may read it
 */
public record PlannedChanges(
        Entity entity,
        UUID record,
        Order order,
        Optional<Mark> after,
        int limit,
        Entity user,
        Optional<TypedExpression> naming,
        Evaluation evaluation) {

    /** What newest means. */
    public enum Order {
        /** The highest version, whatever clocks said. */
        VERSION,
        /** The latest moment, then the highest version. */
        MOMENT
    }

    /** Where a stretch of changes ended. */
    public record Mark(Instant at, long version) {}
}
