package org.entente.engine.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.engine.expression.Evaluation;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.model.Entity;

/**
 * Figures about records, decided. A row answers the groups, then the measures.
 *
 * @param conditions all must be true; null counts as no
 * @param having over {@link TypedExpression.Alias} nodes, which name groups and measures
 */
public record PlannedAggregate(
        Entity entity,
        List<TypedExpression> conditions,
        List<Group> groups,
        List<Measure> measures,
        Optional<TypedExpression> having,
        List<AliasSort> sort,
        int limit,
        Locale language,
        Evaluation evaluation) {
    public PlannedAggregate {
        conditions = List.copyOf(conditions);
        groups = List.copyOf(groups);
        measures = List.copyOf(measures);
        sort = List.copyOf(sort);
    }

    /** One group key; null is a group of its own. */
    public record Group(String alias, Selection selection) {}

    /**
     * One figure.
     *
     * @param of what is measured; only {@link Measured#COUNT} goes without. Count and sum of
     *     nothing are 0, the others null
     */
    public record Measure(String alias, Measured fn, Optional<TypedExpression> of) {}

    /** How rows become a figure. An average has 18 decimals, half away from zero. */
    public enum Measured {
        COUNT,
        COUNT_DISTINCT,
        SUM,
        MIN,
        MAX,
        AVG
    }

    /** Sorts by a group or a measure; groups sort as lists do, nulls last. */
    public record AliasSort(String alias, boolean descending) {}
}
