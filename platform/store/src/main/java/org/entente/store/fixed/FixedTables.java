package org.entente.store.fixed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.TenantNames;

/**
 * Makes the fixed tables of tenants, and brings those of older tenants up to what this node works
 * with. How many steps a tenant has seen is written as the comment of its schema; a node looks
 * there once a tenant.
 */
public final class FixedTables {

    private static final int LOCK = 7302;
    private static final String PREFIX = "steps ";

    private final Databases databases;
    private final Set<Long> current = ConcurrentHashMap.newKeySet();

    public FixedTables(Databases databases) {
        this.databases = databases;
    }

    /** Makes what is missing; safe to repeat, and to be cut off anywhere. */
    public void make(Tenant tenant) {
        try (var connection = databases.owner().getConnection()) {
            run(connection, tenant, 0);
            current.add(tenant.number());
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    /** The same for a tenant that is there; one that is not stays so. */
    public void bring(Tenant tenant) {
        if (current.contains(tenant.number())) {
            return;
        }
        try (var connection = databases.owner().getConnection()) {
            var done = done(connection, TenantNames.of(tenant));
            if (done >= 0) {
                run(connection, tenant, done);
                current.add(tenant.number());
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    /** How many steps were taken; negative when there is no such schema. */
    private static int done(Connection connection, TenantNames names) throws SQLException {
        var sql =
                """
                select coalesce(obj_description(n.oid, 'pg_namespace'), '')
                from pg_namespace n where n.nspname = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, names.schema());
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return -1;
                }
                var comment = rows.getString(1);
                return comment.startsWith(PREFIX)
                        ? Integer.parseInt(comment.substring(PREFIX.length()))
                        : 0;
            }
        }
    }

    /** Each step is one transaction: several statements in one text are one. */
    private static void run(Connection connection, Tenant tenant, int done) throws SQLException {
        var names = TenantNames.of(tenant);
        var steps = TenantSteps.of(names);
        var missing = done >= steps.size() ? List.<String>of() : steps.subList(done, steps.size());
        for (var step : missing) {
            execute(connection, lock(tenant) + step);
        }
        if (!missing.isEmpty()) {
            execute(
                    connection,
                    "comment on schema %s is '%s%d'"
                            .formatted(names.schema(), PREFIX, steps.size()));
        }
    }

    private static String lock(Tenant tenant) {
        return "select pg_advisory_xact_lock(%d, %d);\n".formatted(LOCK, tenant.number());
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
