package org.entente.store.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.sql.CreateFunctions;
import org.flywaydb.core.Flyway;

/** The tables of the catalog, brought to the version that this code knows. */
public final class Catalog {

    static final String SCHEMA = "entente";

    /** Liberty's class loader finds it by the empty file {@code flyway.location} inside. */
    private static final String LOCATION = "classpath:org/entente/store/catalog";

    private static final int LOCK = 7300;

    /**
     * For indexes that find pieces of texts; what somebody else has installed elsewhere is moved,
     * since a name without a schema means what the search path says.
     */
    private static final List<String> TRIGRAMS =
            List.of(
                    "create extension if not exists pg_trgm with schema " + SCHEMA,
                    "alter extension pg_trgm set schema " + SCHEMA);

    private Catalog() {}

    /** Runs what has not run yet, and renews the functions; several nodes may do so at once. */
    public static void migrate(Databases databases) {
        Flyway.configure(Catalog.class.getClassLoader())
                .dataSource(databases.owner())
                .defaultSchema(SCHEMA)
                .schemas(SCHEMA)
                .locations(LOCATION)
                .callbackLocations(LOCATION)
                .failOnMissingLocations(true)
                .load()
                .migrate();
        try (var connection = databases.owner().getConnection()) {
            renewFunctions(connection);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static void renewFunctions(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(%d, 0)".formatted(LOCK));
            installTrigrams(statement);
            for (var definition : CreateFunctions.STATEMENTS) {
                statement.execute(definition);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void installTrigrams(Statement statement) throws SQLException {
        statement.execute(TRIGRAMS.getFirst());
        var place =
                "select extnamespace::regnamespace::text from pg_extension where extname = 'pg_trgm'";
        try (var found = statement.executeQuery(place)) {
            if (found.next() && found.getString(1).equals(SCHEMA)) {
                return;
            }
        }
        statement.execute(TRIGRAMS.getLast());
    }
}
