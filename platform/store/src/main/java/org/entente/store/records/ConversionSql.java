package org.entente.store.records;

import static org.jooq.impl.SQLDataType.UUID;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.engine.record.Conversion;
import org.entente.engine.record.Conversion.Unfit;
import org.entente.engine.record.Converted;
import org.entente.metadata.value.ValueWriter;
import org.entente.spi.Outcome;
import org.entente.store.shape.StoredColumn;
import org.entente.store.shape.TableShape;
import org.jspecify.annotations.Nullable;

/** Brings values of one field from its column to the next one, some records at a time. */
final class ConversionSql {

    private static final int LONGEST_SAMPLE = 100;

    private final Ground ground;
    private final Conversion conversion;
    private final String table;
    private final StoredColumn from;
    private final Optional<StoredColumn> to;
    private final boolean stays;

    private ConversionSql(
            Ground ground, Conversion conversion, TableShape table, StoredColumn from) {
        this.ground = ground;
        this.conversion = conversion;
        this.table = ground.names().schema() + "." + table.name();
        this.from = from;
        var next = table.column(conversion.next(), conversion.after());
        this.stays = next.filter(column -> column.name().equals(from.name())).isPresent();
        this.to = next.filter(column -> !stays);
    }

    /** Empty when nothing was ever written to the field. */
    static Optional<ConversionSql> of(Ground ground, Conversion conversion) {
        var table = ground.shape().table(conversion.entity());
        return table.flatMap(there -> there.column(ground.model(), conversion.before()))
                .map(from -> new ConversionSql(ground, conversion, table.orElseThrow(), from));
    }

    /** Whether there is a column to write to, or none is needed. */
    boolean isGrown() {
        return stays || to.isPresent();
    }

    /** What a record has and will have. */
    private record Line(UUID id, @Nullable Object now, @Nullable Object kept) {}

    /** What a record will have; {@code moved} says whether that has to be written. */
    private record Next(UUID id, @Nullable Object value, boolean moved) {}

    /** Brings those that follow one in the order of their ids. */
    Converted some(Connection connection, Optional<UUID> after, int most) throws SQLException {
        var ids = ids(connection, after, most);
        return portion(these(connection, ids), ids, most);
    }

    /** Only looks at them. */
    Converted look(Connection connection, Optional<UUID> after, int most) throws SQLException {
        var ids = ids(connection, after, most);
        var unfit = new ArrayList<Unfit>();
        for (var line : lines(connection, ids, List.of(), "")) {
            next(line, unfit);
        }
        return portion(new Converted(ids.size(), Optional.empty(), List.of(), unfit), ids, most);
    }

    private static Converted portion(Converted converted, List<UUID> ids, int most) {
        var last = ids.size() < most ? Optional.<UUID>empty() : Optional.of(ids.getLast());
        return new Converted(converted.looked(), last, converted.held(), converted.unfit());
    }

    private List<UUID> ids(Connection connection, Optional<UUID> after, int most)
            throws SQLException {
        var text =
                "select id from %s %s order by id limit %d"
                        .formatted(table, after.isPresent() ? "where id > ?" : "", most);
        try (var statement = connection.prepareStatement(text)) {
            if (after.isPresent()) {
                statement.setObject(1, after.get());
            }
            try (var rows = statement.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    /**
     * Brings these. Records that somebody else is writing are passed over; whoever waited for them
     * would hold others.
     */
    Converted these(Connection connection, Collection<UUID> ids) throws SQLException {
        var unfit = new ArrayList<Unfit>();
        var next = new ArrayList<Next>();
        var held = new LinkedHashSet<>(ids);
        var names = to.map(StoredColumn::names).orElse(List.of());
        var lock = to.isPresent() ? "for no key update skip locked" : "";
        for (var line : lines(connection, ids, names, lock)) {
            held.remove(line.id());
            next.add(next(line, unfit));
        }
        var moved = next.stream().filter(Next::moved).toList();
        if (!moved.isEmpty() && to.isPresent()) {
            write(connection, moved, to.get());
        }
        return new Converted(ids.size(), Optional.empty(), List.copyOf(held), unfit);
    }

    private List<Line> lines(
            Connection connection, Collection<UUID> ids, List<String> more, String lock)
            throws SQLException {
        var columns = Stream.concat(from.names().stream(), more.stream()).toList();
        var text =
                "select id, %s from %s where id = any(?) %s"
                        .formatted(String.join(", ", columns), table, lock);
        try (var statement = connection.prepareStatement(text)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                var lines = new ArrayList<Line>();
                while (rows.next()) {
                    lines.add(line(rows, !more.isEmpty()));
                }
                return lines;
            }
        }
    }

    private Line line(ResultSet row, boolean more) throws SQLException {
        var second = 2 + from.names().size();
        return new Line(
                row.getObject(1, UUID.class),
                new Reading(ground.model(), row).field(conversion.before().type(), 2),
                more
                        ? new Reading(conversion.next(), row)
                                .field(conversion.after().type(), second)
                        : null);
    }

    private Next next(Line line, List<Unfit> unfit) {
        var now = line.now();
        var kept = line.kept();
        if (now == null) {
            var clearedSince = kept != null && became(conversion.back(), kept).isPresent();
            return new Next(line.id(), null, clearedSince);
        }
        if (kept != null && same(became(conversion.back(), kept).orElse(null), now)) {
            return new Next(line.id(), kept, false);
        }
        var value = became(conversion.forth(), now).orElse(null);
        if (value == null || (stays && !same(value, now))) {
            unfit.add(new Unfit(line.id(), told(now)));
        }
        return new Next(line.id(), value, !same(value, kept));
    }

    private static Optional<Object> became(Conversion.Reading reading, Object value) {
        return switch (reading.read(value)) {
            case Outcome.Done<Optional<Object>>(var read) -> read;
            case Outcome.Refused<Optional<Object>> _ -> Optional.empty();
        };
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal second) {
            return number.compareTo(second) == 0;
        }
        return Objects.equals(one, other);
    }

    private static String told(Object value) {
        var text = String.valueOf(ValueWriter.write(value));
        return text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE) + "…";
    }

    private void write(Connection connection, List<Next> moved, StoredColumn column)
            throws SQLException {
        var values = new StoredValues(conversion.next());
        var rows = new Rows<Next>(true).column("id", "uuid", UUID, Next::id);
        var pieces = column.storage().pieces();
        for (var i = 0; i < pieces.size(); i++) {
            var index = i;
            rows.piece(
                    column.name() + pieces.get(i).suffix(),
                    pieces.get(i),
                    next -> values.pieces(column, next.value()).get(index));
        }
        var text =
                "update %s e set %s from %s where e.id = v.id"
                        .formatted(table, rows.settings("id"), rows.table());
        var statement = new Statement(text, rows.values(moved));
        try (var answers = new Trip().ask(statement, List.of()).run(connection)) {
            answers.count();
        }
    }
}
