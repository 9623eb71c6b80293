package org.entente.server.outside;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of a house, seen past the API. */
final class Database {

    private final House house;

    Database(House house) {
        this.house = house;
    }

    /** A session of the login that the server uses for tenants. */
    Connection app() throws SQLException {
        return connect("entente_app", house.secret("ENTENTE_DB_APP_PASSWORD"));
    }

    /** A session of the login that owns everything. */
    Connection owner() throws SQLException {
        return connect("entente_owner", house.secret("ENTENTE_DB_OWNER_PASSWORD"));
    }

    private static Connection connect(String user, String password) throws SQLException {
        var port = System.getProperty("entente.db.port", "9082");
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/entente", user, password);
    }

    /** The schema of a tenant, which no client ever learns. */
    String schema(String tenant) throws SQLException {
        try (var connection = owner();
                var statement =
                        connection.prepareStatement(
                                "select number from entente.tenant where name = ?")) {
            statement.setString(1, tenant);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return "t_" + Long.toString(rows.getLong(1), 36);
            }
        }
    }

    /** The names of the tables of a schema. */
    List<String> tables(String schema) throws SQLException {
        try (var connection = owner();
                var statement =
                        connection.prepareStatement(
                                "select tablename from pg_tables where schemaname = ?")) {
            statement.setString(1, schema);
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    /** How often somebody has looked into a table; the database tells it about a second later. */
    long looks(String schema, String table) throws SQLException {
        var sql =
                "select coalesce(sum(seq_scan + coalesce(idx_scan, 0)), 0) from pg_stat_all_tables"
                        + " where schemaname = ? and relname = ?";
        try (var connection = owner();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
