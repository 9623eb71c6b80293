package org.entente.engine.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.engine.expression.Evaluation;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.model.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A list of records, decided: nothing is left to allow or to look up. Deleted records are never
 * part of it.
 *
 * @param conditions all must be true; null counts as no
 * @param columns what to answer of each row, in this order
 * @param sort the record's id, ascending, always breaks ties after the last key
 * @param after answer the rows after this position
 * @param limit at most so many rows
 * @param total how many rows there are at all
 * @param language its collation sorts texts
 * @param evaluation what {@code now}, {@code me} and parameters stand for
 */
public record PlannedQuery(
        Entity entity,
        List<TypedExpression> conditions,
        List<Selection> columns,
        List<SortKey> sort,
        Optional<Position> after,
        int limit,
        Total total,
        Locale language,
        Evaluation evaluation) {
    public PlannedQuery {
        conditions = List.copyOf(conditions);
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }

    /**
     * One sort key; nulls stand last both ways. Texts sort by the language's collation, choices by
     * declared order, references by label.
     */
    public record SortKey(Selection selection, boolean descending) {}

    /**
     * Where a page ended.
     *
     * @param values the sort keys of the last row in the form in which the store answered them:
     *     text, {@link java.math.BigDecimal}, {@link Boolean}, {@link java.time.LocalDate}, {@link
     *     java.time.Instant}, {@link java.time.Duration}, for a choice the ordinal as BigDecimal,
     *     for a reference its label
     * @param id the last row
     */
    public record Position(List<@Nullable Object> values, java.util.UUID id) {
        public Position {
            values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
        }
    }

    /** How closely to count. */
    public enum Total {
        NONE,
        ESTIMATE,
        EXACT
    }
}
