package org.entente.engine.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.query.PlannedQuery.Position;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a page.
 *
 * @param next where to go on, when there is more
 */
public record PageOfRows(List<Row> rows, Optional<Position> next, Optional<Count> total) {
    public PageOfRows {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param values in the order of {@link PlannedQuery#columns}
     */
    public record Row(UUID id, long version, List<@Nullable Object> values) {
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** How many rows there are. */
    public record Count(long value, boolean exact) {}
}
