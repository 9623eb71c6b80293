package org.entente.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The logins and databases that the servers expect; the superuser is used here and nowhere else.
 */
final class Databases {
    static final String NAME = "entente";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]+");

    private final Postgres postgres;
    private final Secrets secrets;

    Databases(Postgres postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** Creates what is missing and leaves alone what is there. */
    void ensure() {
        try (var connection = postgres.connect(Postgres.SUPERUSER)) {
            role(connection, "entente_owner", "LOGIN CREATEROLE", secrets.get(Secrets.OWNER));
            role(connection, "entente_app", "LOGIN NOINHERIT", secrets.get(Secrets.APP));
            role(connection, "keycloak", "LOGIN", secrets.get(Secrets.KEYCLOAK_DATABASE));
            database(connection, NAME, "entente_owner", List.of("entente_app"));
            database(connection, "keycloak", "keycloak", List.of());
        } catch (SQLException e) {
            throw new LaunchFailure("The databases cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static void role(Connection connection, String name, String rights, String password)
            throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            // DDL takes no parameters; these passwords are of our own making and need no quoting.
            if (!SAFE.matcher(password).matches()) {
                throw new LaunchFailure(
                        "The password of " + name + " has characters that cannot be used.");
            }
            run(connection, "CREATE ROLE " + name + " " + rights + " PASSWORD '" + password + "'");
        }
    }

    private static void database(
            Connection connection, String name, String owner, List<String> guests)
            throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            run(connection, "CREATE DATABASE " + name + " OWNER " + owner);
        }
        run(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        for (var guest : guests) {
            run(connection, "GRANT CONNECT ON DATABASE " + name + " TO " + guest);
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
