package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements of generated names only, each in a transaction of its own unless one is open. */
record Statements(Connection connection) {

    void run(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    boolean answersTrue(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Work in one transaction that asks for its locks for a short while, again and again. */
    void patiently(TableBuilder.Patient work) throws SQLException {
        TableBuilder.patiently(() -> {
            connection.setAutoCommit(false);
            try {
                run("set local lock_timeout = '200ms'");
                work.run();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }
}
