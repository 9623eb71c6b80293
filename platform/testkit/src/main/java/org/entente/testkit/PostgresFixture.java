package org.entente.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real PostgreSQL, started at first use and ended with the JVM, since starting it takes seconds.
 * Databases have the provider {@code builtin} and the locale {@code C.UTF-8}, as in production:
 * text is ordered by code point everywhere.
 */
public final class PostgresFixture {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();
    private final AtomicInteger schemas = new AtomicInteger();

    private PostgresFixture(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The one server of this JVM. */
    public static PostgresFixture shared() {
        return Holder.SHARED;
    }

    /** The port on the loopback address. */
    public int port() {
        return server.getPort();
    }

    /** Creates an empty database and answers its name. */
    public String freshDatabase() {
        var name = "test_" + databases.incrementAndGet();
        run(
                dataSource("postgres"),
                "create database "
                        + name
                        + " template template0 encoding 'UTF8'"
                        + " locale_provider builtin builtin_locale 'C.UTF-8'");
        return name;
    }

    /** Creates an empty schema in a database and answers its name. */
    public String freshSchema(String database) {
        var name = "s_" + schemas.incrementAndGet();
        run(dataSource(database), "create schema " + name);
        return name;
    }

    /** Connections to a database as the superuser; each call of it opens a new one. */
    public DataSource dataSource(String database) {
        return dataSource(database, SUPERUSER);
    }

    /** Connections to a database as somebody; every user of the loopback is trusted. */
    public DataSource dataSource(String database, String user) {
        return server.getDatabase(user, database);
    }

    /** Runs statements as they stand, each on its own. */
    public static void run(DataSource source, String... statements) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the fixture could not run: " + e.getMessage(), e);
        }
    }

    private static final class Holder {
        static final PostgresFixture SHARED = start();

        private static PostgresFixture start() {
            try {
                return new PostgresFixture(
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "60")
                                .setServerConfig("shared_buffers", "64MB")
                                .setServerConfig("jit", "off")
                                .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
