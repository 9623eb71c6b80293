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
import org.entente.store.fixed.FixedTables;

/** A schema and a role for each tenant. */
public final class PostgresTenantSpace implements TenantSpace {

    private final Databases databases;

    public PostgresTenantSpace(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void prepare(Tenant tenant, StoredModel first) {
        var names = TenantNames.of(tenant);
        new FixedTables(databases).make(tenant);
        try (var connection = databases.owner().getConnection()) {
            publishFirst(connection, names, first);
        } catch (SQLException e) {
            throw Failures.translate(e);
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
                insert into {schema}.model_version (version, layer, title, by_user, at, packs)
                select model_version, ?, ?, ?, ?, ? from head on conflict do nothing
                """
                        .replace("{schema}", names.schema());
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, first.version());
            statement.setString(2, first.layer());
            statement.setString(3, first.title());
            statement.setObject(4, first.by());
            statement.setObject(5, first.at().atOffset(ZoneOffset.UTC));
            statement.setString(6, PinsJson.write(first.packs()));
            statement.executeUpdate();
        }
    }
}
