package org.entente.store.tenant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.entente.engine.model.StoredModel;
import org.entente.engine.tenancy.TenantSpace;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.TenantNames;

/** A schema and a role for each tenant. */
public final class PostgresTenantSpace implements TenantSpace {

    private static final int LOCK = 7302;

    private final Databases databases;

    public PostgresTenantSpace(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void prepare(Tenant tenant, StoredModel first) {
        var names = TenantNames.of(tenant);
        try (var connection = databases.owner().getConnection()) {
            for (var step : TenantSteps.of(names)) {
                run(connection, lock(tenant) + step);
            }
            publishFirst(connection, names, first);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    static String lock(Tenant tenant) {
        return "select pg_advisory_xact_lock(%d, %d);\n".formatted(LOCK, tenant.number());
    }

    /** Several statements in one text are one transaction of the database. */
    static void run(Connection connection, String step) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(step);
        }
    }

    private static void publishFirst(Connection connection, TenantNames names, StoredModel first)
            throws SQLException {
        var sql =
                """
                with head as (
                    insert into {schema}.head (model_version, shape_version, next_number)
                    values (?, 1, 1) on conflict do nothing returning model_version
                )
                insert into {schema}.model_version (version, layer, title, by_user, at)
                select model_version, ?, ?, ?, ? from head on conflict do nothing
                """
                        .replace("{schema}", names.schema());
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, first.version());
            statement.setString(2, first.layer());
            statement.setString(3, first.title());
            statement.setObject(4, first.by());
            statement.setObject(5, first.at().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
