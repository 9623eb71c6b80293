package org.entente.store.records;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.engine.record.Change;
import org.jooq.DataType;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values for one statement, bound column by column as arrays: a thousand rows have no more
 * parameters than one.
 */
final class Rows {

    private final List<Change> changes;
    private final List<String> names = new ArrayList<>();
    private final List<QueryPart> arrays = new ArrayList<>();

    Rows(List<Change> changes) {
        this.changes = changes;
    }

    /** One column: a value of each change. */
    <T> Rows column(
            String name,
            String sql,
            DataType<T> type,
            Function<Change, ? extends @Nullable Object> value) {
        var array = Array.newInstance(type.getType(), changes.size());
        for (var i = 0; i < changes.size(); i++) {
            Array.set(array, i, value.apply(changes.get(i)));
        }
        names.add(name);
        arrays.add(
                DSL.field(
                        "cast({0} as " + sql + "[])", Object.class, DSL.val(array, type.array())));
        return this;
    }

    List<String> names() {
        return names;
    }

    String columnList() {
        return String.join(", ", names);
    }

    /** The rows as a table {@code v}. */
    String unnest() {
        return IntStream.range(0, names.size())
                .mapToObj(place -> "{" + place + "}")
                .collect(Collectors.joining(", ", "unnest(", ") as v (" + columnList() + ")"));
    }

    QueryPart[] parts() {
        return arrays.toArray(QueryPart[]::new);
    }
}
