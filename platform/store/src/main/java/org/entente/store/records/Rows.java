package org.entente.store.records;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.store.shape.Piece;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values for one statement. Many are bound column by column as arrays: a thousand have no
 * more parameters than two. One is bound value by value, which costs the database a tenth of what
 * it takes to unfold arrays.
 *
 * @param <R> what a row is made of
 */
final class Rows<R> {

    private final boolean many;
    private final List<Column<R>> columns = new ArrayList<>();

    /**
     * @param many whether a statement takes more than one row
     */
    Rows(boolean many) {
        this.many = many;
    }

    /**
     * One value of each row.
     *
     * @param bound the type in SQL as which it is bound
     * @param kept the type of the column
     */
    private record Column<R>(
            String name,
            String bound,
            String kept,
            Class<?> type,
            Function<R, ? extends @Nullable Object> value) {}

    /** A column that is bound as what it is. */
    <T> Rows<R> column(
            String name,
            String sql,
            DataType<T> type,
            Function<R, ? extends @Nullable Object> value) {
        columns.add(new Column<>(name, sql, sql, type.getType(), value));
        return this;
    }

    /** The column of a piece of a field; what the driver does not know is bound as text. */
    Rows<R> piece(String name, Piece piece, Function<R, ? extends @Nullable Object> value) {
        var bound = piece.bound();
        columns.add(new Column<>(name, bound, piece.sql(), piece.type().getType(), value));
        return this;
    }

    private static String kept(Column<?> column) {
        var value = "v." + column.name();
        return column.bound().equals(column.kept())
                ? value
                : "cast(" + value + " as " + column.kept() + ")";
    }

    /** The columns as they are to be kept. */
    String keptList() {
        return columns.stream().map(Rows::kept).collect(Collectors.joining(", "));
    }

    /** Each column with its value, as an update sets them; all but the one that finds the row. */
    String settings(String key) {
        return columns.stream()
                .filter(column -> !column.name().equals(key))
                .map(column -> column.name() + " = " + kept(column))
                .collect(Collectors.joining(", "));
    }

    String columnList() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The rows as a table {@code v}. */
    String table() {
        var brackets = many ? "[])" : ")";
        return columns.stream()
                .map(column -> "cast(? as " + column.bound() + brackets)
                .collect(
                        Collectors.joining(
                                ", ",
                                many ? "unnest(" : "(values (",
                                (many ? ")" : "))") + " as v (" + columnList() + ")"));
    }

    /** What is bound in {@link #table}. */
    List<@Nullable Object> values(List<R> items) {
        var values = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            values.add(many ? array(column, items) : single(column, items.getFirst()));
        }
        return Collections.unmodifiableList(values);
    }

    private static <R> Object array(Column<R> column, List<R> items) {
        var array = Array.newInstance(column.type(), items.size());
        for (var i = 0; i < items.size(); i++) {
            Array.set(array, i, column.value().apply(items.get(i)));
        }
        return array;
    }

    private static <R> Object single(Column<R> column, R item) {
        var value = column.value().apply(item);
        return value == null ? new Nothing(column.bound()) : value;
    }

    /**
     * A null. It has a type, since a statement is prepared for the types of its parameters.
     *
     * @param sql the type
     */
    record Nothing(String sql) {}
}
