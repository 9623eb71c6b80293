package org.entente.store.records;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values for one statement, bound column by column as arrays: a thousand rows have no more
 * parameters than one.
 *
 * @param <R> what a row is made of
 */
final class Rows<R> {

    private final List<R> items;
    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<@Nullable Object> arrays = new ArrayList<>();
    private final Map<String, String> casts = new HashMap<>();

    Rows(List<R> items) {
        this.items = items;
    }

    /** One column: a value of each. */
    <T> Rows<R> column(
            String name,
            String sql,
            DataType<T> type,
            Function<R, ? extends @Nullable Object> value) {
        var array = Array.newInstance(type.getType(), items.size());
        for (var i = 0; i < items.size(); i++) {
            Array.set(array, i, value.apply(items.get(i)));
        }
        names.add(name);
        types.add(sql);
        arrays.add(array);
        return this;
    }

    /** A column whose values are bound as text, for the database to read as another type. */
    Rows<R> cast(String name, String sql, Function<R, ? extends @Nullable Object> value) {
        casts.put(name, sql);
        return column(name, "text", SQLDataType.CLOB, value);
    }

    /** A column of the rows as it is to be kept. */
    String kept(String name) {
        var sql = casts.get(name);
        return sql == null ? "v." + name : "cast(v." + name + " as " + sql + ")";
    }

    String keptList() {
        return names.stream().map(this::kept).collect(Collectors.joining(", "));
    }

    List<String> names() {
        return names;
    }

    String columnList() {
        return String.join(", ", names);
    }

    /** The rows as a table {@code v}. */
    String unnest() {
        return types.stream()
                .map(type -> "cast(? as " + type + "[])")
                .collect(Collectors.joining(", ", "unnest(", ") as v (" + columnList() + ")"));
    }

    /** What is bound in {@link #unnest}. */
    List<@Nullable Object> arrays() {
        return arrays;
    }
}
