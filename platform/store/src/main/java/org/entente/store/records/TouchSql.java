package org.entente.store.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.engine.changeset.LiveData.Sample;
import org.entente.metadata.definition.DataTouch;
import org.entente.metadata.model.Field;
import org.entente.store.shape.StoredColumn;
import org.entente.store.shape.TableShape;

/** Which live records a change of the model touches. */
final class TouchSql {

    private final String rows;
    private final String sample;
    private final List<String> values;

    private TouchSql(String rows, String sample, List<String> values) {
        this.rows = rows;
        this.sample = sample;
        this.values = values;
    }

    /** Empty when there can be none. */
    static Optional<TouchSql> of(Ground ground, DataTouch touch) {
        return ground.shape().table(touch.entity()).flatMap(table -> of(ground, table, touch));
    }

    private static Optional<TouchSql> of(Ground ground, TableShape table, DataTouch touch) {
        var from =
                "%s.%s where deleted_at is null".formatted(ground.names().schema(), table.name());
        return switch (touch) {
            case DataTouch.EntityRemoved _ -> Optional.of(records(from, List.of()));
            case DataTouch.FieldRemoved removed ->
                    column(ground, table, removed.field())
                            .map(column ->
                                    records(
                                            from
                                                    + " and num_nonnulls(%s) > 0"
                                                            .formatted(list(column)),
                                            List.of()));
            case DataTouch.OptionRemoved removed ->
                    column(ground, table, removed.field())
                            .map(column ->
                                    records(
                                            from + " and %s = ?".formatted(column.name()),
                                            List.of(removed.option().key())));
            case DataTouch.Reshaped _ -> Optional.empty();
            case DataTouch.MadeRequired required ->
                    Optional.of(records(from + missing(ground, table, required), List.of()));
            case DataTouch.MadeUnique unique -> groups(ground, table, unique, from);
        };
    }

    private static TouchSql records(String from, List<String> values) {
        return new TouchSql("select id from " + from, "id, ''", values);
    }

    private static String list(StoredColumn column) {
        return String.join(", ", column.names());
    }

    private static Optional<StoredColumn> column(Ground ground, TableShape table, Field field) {
        return table.column(ground.model(), field);
    }

    private static String missing(
            Ground ground, TableShape table, DataTouch.MadeRequired required) {
        return required.entity().fields().values().stream()
                .filter(field -> field.key().equals(required.after().key()))
                .findFirst()
                .flatMap(field -> column(ground, table, field))
                .map(column -> " and num_nonnulls(%s) = 0".formatted(list(column)))
                .orElse("");
    }

    /** Groups of records with the same values. */
    private static Optional<TouchSql> groups(
            Ground ground, TableShape table, DataTouch.MadeUnique unique, String from) {
        var columns =
                unique.fields().stream()
                        .flatMap(field -> column(ground, table, field).stream())
                        .map(TouchSql::list)
                        .collect(Collectors.joining(", "));
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        var text =
                ("select array_to_string((array_agg(id order by id))[1:5], ' ') as id,"
                                + " concat_ws(' · ', %1$s) || ' × ' || count(*) as told"
                                + " from %2$s and num_nulls(%1$s) = 0"
                                + " group by %1$s having count(*) > 1")
                        .formatted(columns, from);
        return Optional.of(new TouchSql(text, "id, told", List.of()));
    }

    long number(Connection connection, int most) throws SQLException {
        var text = "select count(*) from (%s limit %d) x".formatted(rows, most);
        try (var statement = connection.prepareStatement(text)) {
            bind(statement);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    List<Sample> samples(Connection connection, int most) throws SQLException {
        var text = "select %s from (%s limit %d) x".formatted(sample, rows, most);
        try (var statement = connection.prepareStatement(text)) {
            bind(statement);
            try (var answer = statement.executeQuery()) {
                var samples = new ArrayList<Sample>();
                while (answer.next()) {
                    samples.add(new Sample(answer.getString(1), answer.getString(2)));
                }
                return samples;
            }
        }
    }

    private void bind(java.sql.PreparedStatement statement) throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i));
        }
    }
}
