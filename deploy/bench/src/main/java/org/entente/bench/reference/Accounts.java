package org.entente.bench.reference;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The queries, written for this one table by somebody who knows its indexes. */
final class Accounts {
    private final DataSource database;

    Accounts(DataSource database) {
        this.database = database;
    }

    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    Optional<String> get(String id) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select * from account where id = ?")) {
            query.setObject(1, UUID.fromString(id));
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(Rows.one(rows, "account")) : Optional.empty();
            }
        }
    }

    String newest(String industry, String above) throws SQLException {
        return page(
                "account",
                "select * from account where industry = ? and annual_revenue > ?"
                        + " order by created_at desc, id limit 50",
                query -> {
                    query.setString(1, industry);
                    query.setBigDecimal(2, new BigDecimal(above));
                });
    }

    String contacts(String industry) throws SQLException {
        return page(
                "contact",
                "select c.id, c.version, c.full_name, c.email, c.job_title, c.account, a.name as account_label"
                        + " from contact c join account a on a.id = c.account"
                        + " where a.industry = ? order by c.created_at desc, c.id limit 50",
                query -> query.setString(1, industry));
    }

    String byIndustry() throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select industry, sum(annual_revenue) as total, count(*) as n"
                                        + " from account group by industry order by industry");
                var rows = query.executeQuery()) {
            return Rows.figures(rows);
        }
    }

    String named(String part) throws SQLException {
        var pattern =
                "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return page(
                "account",
                "select id, version, name, city, industry from account where name like ?"
                        + " order by created_at desc, id limit 20",
                query -> query.setString(1, pattern));
    }

    String create(JsonObject values) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(Columns.insert() + " returning *")) {
            bind(insert, values);
            try (var rows = insert.executeQuery()) {
                rows.next();
                return Rows.one(rows, "account");
            }
        }
    }

    String createAll(List<JsonObject> all) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            insertAll(connection, all);
            connection.commit();
            connection.setAutoCommit(true);
        }
        return "{\"created\":" + all.size() + "}";
    }

    private static void insertAll(Connection connection, List<JsonObject> all) throws SQLException {
        try (var insert = connection.prepareStatement(Columns.insert())) {
            for (var values : all) {
                bind(insert, values);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    Optional<String> rescore(String id, long score) throws SQLException {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                "update account set score = ?, version = version + 1, updated_at = now()"
                                        + " where id = ? returning *")) {
            update.setLong(1, score);
            update.setObject(2, UUID.fromString(id));
            try (var rows = update.executeQuery()) {
                return rows.next() ? Optional.of(Rows.one(rows, "account")) : Optional.empty();
            }
        }
    }

    /** The name is ours and checked: DDL takes no parameters. */
    String addField(String name) throws SQLException {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException(name);
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table account add column " + name + " text");
        }
        return "{}";
    }

    private String page(String entity, String sql, Binding binding) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            binding.on(query);
            try (var rows = query.executeQuery()) {
                return Rows.page(rows, entity);
            }
        }
    }

    private static void bind(PreparedStatement insert, JsonObject values) throws SQLException {
        var at = 1;
        for (var column : Columns.ACCOUNT) {
            Columns.bind(insert, at++, column.kind(), text(values.get(column.name())));
        }
    }

    private static String text(@Nullable JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
