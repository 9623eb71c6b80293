package org.entente.store.records;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.query.PlannedQuery.Position;
import org.entente.store.sql.Later;
import org.jspecify.annotations.Nullable;

/**
 * A query apart from its values.
 *
 * @param query with {@link Later} wherever a value stood
 * @param lastId where the id of the position is, if there is one
 */
record Lifted(PlannedQuery query, Optional<Later> lastId, List<@Nullable Object> values) {

    static Lifted of(PlannedQuery query) {
        var lifting = new Lifting(query.evaluation());
        var lastId = query.after().map(position -> lifting.take(position.id()));
        var form =
                new PlannedQuery(
                        query.entity(),
                        lifting.all(query.conditions()),
                        lifting.selections(query.columns()),
                        lifting.sort(query.sort()),
                        query.after().map(position -> position(position, lifting)),
                        query.limit(),
                        query.total(),
                        query.language(),
                        query.evaluation());
        return new Lifted(form, lastId, lifting.values());
    }

    private static Position position(Position position, Lifting lifting) {
        var values = new ArrayList<@Nullable Object>();
        for (var value : position.values()) {
            values.add(waits(value) && value != null ? lifting.take(value) : value);
        }
        return new Position(values, position.id());
    }

    /** A number may be a whole one that no bigint holds; what its key is, is not known yet. */
    private static boolean waits(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number.toBigInteger().bitLength() < Long.SIZE
                : value != null;
    }
}
