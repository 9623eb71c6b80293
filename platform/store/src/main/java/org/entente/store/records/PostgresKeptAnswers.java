package org.entente.store.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.record.KeptAnswers;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.shape.Shapes;
import org.jooq.impl.DSL;

/** Kept answers in the tenant's schema. */
public final class PostgresKeptAnswers implements KeptAnswers {

    private final Databases databases;
    private final Shapes shapes;
    private final Limits limits;

    public PostgresKeptAnswers(Databases databases, Shapes shapes, Limits limits) {
        this.databases = databases;
        this.shapes = shapes;
        this.limits = limits;
    }

    @Override
    public Optional<Kept> find(Tenant tenant, UUID user, String key) {
        shapes.fixed().bring(tenant);
        try (var connection = databases.read().getConnection()) {
            connection.setAutoCommit(false);
            try {
                return find(connection, TenantNames.of(tenant), user, key);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private Optional<Kept> find(Connection connection, TenantNames names, UUID user, String key)
            throws SQLException {
        var select =
                DSL.sql(
                        "select request, answer from idempotency where by_user = ? and key = ?"
                                + " and at > now() - interval '24 hours'",
                        DSL.val(user),
                        DSL.val(key));
        try (var answers = new Trip().say(names.entrance(limits)).ask(select).run(connection)) {
            answers.skip(1);
            try (var rows = answers.rows()) {
                return rows.next()
                        ? Optional.of(new Kept(rows.getString(1), rows.getString(2)))
                        : Optional.empty();
            }
        }
    }
}
