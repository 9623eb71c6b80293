package org.entente.store.records;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.QueryPart;
import org.jspecify.annotations.Nullable;

/**
 * Statements that travel to the database together and whose answers come back together. The first
 * that fails ends the trip.
 */
final class Trip {

    private final List<String> texts = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** A statement without values; nothing but generated names may vary in it. */
    Trip say(String text) {
        texts.add(text);
        return this;
    }

    /** How many statements there are so far. */
    int length() {
        return texts.size();
    }

    /** A statement whose values are bound. */
    Trip ask(QueryPart query) {
        return ask(Statement.of(query), List.of());
    }

    /** A statement that was built before, with the values that it awaits. */
    Trip ask(Statement statement, List<@Nullable Object> given) {
        texts.add(statement.text());
        values.addAll(statement.bound(given));
        return this;
    }

    /** These statements, then those of another trip. */
    Trip then(Trip other) {
        texts.addAll(other.texts);
        values.addAll(other.values);
        return this;
    }

    Answers run(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(String.join(";\n", texts));
        try {
            for (var i = 0; i < values.size(); i++) {
                bind(statement, i + 1, values.get(i));
            }
            return new Answers(statement);
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case String[] texts -> array(statement, at, "text", texts);
            case UUID[] ids -> array(statement, at, "uuid", ids);
            case Long[] numbers -> array(statement, at, "bigint", numbers);
            case BigDecimal[] numbers -> array(statement, at, "numeric", numbers);
            case Boolean[] flags -> array(statement, at, "boolean", flags);
            case LocalDate[] dates -> array(statement, at, "date", dates);
            case OffsetDateTime[] moments -> array(statement, at, "timestamptz", moments);
            case Rows.Nothing(var type) -> nothing(statement, at, type);
            case null -> statement.setNull(at, Types.OTHER);
            default -> statement.setObject(at, value);
        }
    }

    /** As the type that the driver gives to values of the kind, or it would prepare anew. */
    private static void nothing(PreparedStatement statement, int at, String type)
            throws SQLException {
        switch (type) {
            case "text" -> statement.setNull(at, Types.VARCHAR);
            case "bigint" -> statement.setNull(at, Types.BIGINT);
            case "numeric" -> statement.setNull(at, Types.NUMERIC);
            case "boolean" -> statement.setNull(at, Types.BOOLEAN);
            case "date" -> statement.setNull(at, Types.DATE);
            default -> statement.setNull(at, Types.OTHER, type);
        }
    }

    private static void array(
            PreparedStatement statement, int at, String type, @Nullable Object[] elements)
            throws SQLException {
        statement.setArray(at, statement.getConnection().createArrayOf(type, elements));
    }

    /** Answers in the order of the statements. */
    static final class Answers implements AutoCloseable {

        private final PreparedStatement statement;
        private boolean begun;

        private Answers(PreparedStatement statement) {
            this.statement = statement;
        }

        /** The rows of the next statement. */
        ResultSet rows() throws SQLException {
            if (!move()) {
                throw new SQLException("a statement answered no rows where some were expected");
            }
            return statement.getResultSet();
        }

        /** How many rows the next statement changed. */
        int count() throws SQLException {
            if (move()) {
                throw new SQLException("a statement answered rows where none were expected");
            }
            return statement.getUpdateCount();
        }

        /** Passes over answers that say nothing. */
        void skip(int answers) throws SQLException {
            for (var i = 0; i < answers; i++) {
                move();
            }
        }

        private boolean move() throws SQLException {
            if (begun) {
                return statement.getMoreResults();
            }
            begun = true;
            return statement.execute();
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
