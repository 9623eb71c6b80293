package org.entente.bench.reference;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The columns of the hand-made table, and how a value of the wire becomes one of them. */
final class Columns {
    record Column(String name, Kind kind) {}

    enum Kind {
        TEXT,
        LONG,
        DECIMAL,
        INSTANT,
        FLAG,
        ID
    }

    static final List<Column> ACCOUNT =
            List.of(
                    new Column("name", Kind.TEXT),
                    new Column("account_no", Kind.TEXT),
                    new Column("industry", Kind.TEXT),
                    new Column("segment", Kind.TEXT),
                    new Column("phone", Kind.TEXT),
                    new Column("email", Kind.TEXT),
                    new Column("website", Kind.TEXT),
                    new Column("city", Kind.TEXT),
                    new Column("country", Kind.TEXT),
                    new Column("description", Kind.TEXT),
                    new Column("annual_revenue", Kind.DECIMAL),
                    new Column("employees", Kind.LONG),
                    new Column("credit_limit", Kind.DECIMAL),
                    new Column("score", Kind.LONG),
                    new Column("opened_at", Kind.INSTANT),
                    new Column("last_activity", Kind.INSTANT),
                    new Column("next_review", Kind.INSTANT),
                    new Column("is_active", Kind.FLAG),
                    new Column("is_vip", Kind.FLAG),
                    new Column("owner", Kind.ID));

    private Columns() {}

    static String insert() {
        var names = ACCOUNT.stream().map(Column::name).collect(Collectors.joining(", "));
        return "insert into account (%s) values (%s)"
                .formatted(names, "?" + ", ?".repeat(ACCOUNT.size() - 1));
    }

    static void bind(PreparedStatement statement, int at, Kind kind, String text)
            throws SQLException {
        switch (kind) {
            case TEXT -> statement.setString(at, text);
            case LONG -> statement.setLong(at, Long.parseLong(text));
            case DECIMAL -> statement.setBigDecimal(at, new BigDecimal(text));
            case INSTANT -> statement.setObject(at, OffsetDateTime.parse(text));
            case FLAG -> statement.setBoolean(at, Boolean.parseBoolean(text));
            case ID -> statement.setObject(at, UUID.fromString(text));
        }
    }
}
