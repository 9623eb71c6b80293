package org.entente.store.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.engine.job.JobChanges;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** What jobs have written, found by the cause that each change was told with. */
public final class PostgresJobChanges implements JobChanges {

    private final Databases databases;
    private final Limits limits;

    public PostgresJobChanges(Databases databases, Limits limits) {
        this.databases = databases;
        this.limits = limits;
    }

    @Override
    public long count(Tenant tenant, UUID job) {
        var names = TenantNames.of(tenant);
        var sql =
                DSL.sql(
                        "select count(*) from %s.change where cause = {0}"
                                .formatted(names.schema()),
                        DSL.val(job));
        return ask(names, sql, rows -> rows.getLong(1)).getFirst();
    }

    @Override
    public List<JobChange> before(Tenant tenant, Model model, UUID job, long place, int most) {
        var names = TenantNames.of(tenant);
        var recalled = new Recalled(model);
        var sql =
                DSL.sql(
                        ("select seq, entity_key, record, version, op, at, by_user, values_before,"
                                        + " values_after from %s.change where cause = {0}"
                                        + " and seq < {1} order by seq desc limit {2}")
                                .formatted(names.schema()),
                        DSL.val(job),
                        DSL.val(place == 0 ? Long.MAX_VALUE : place),
                        DSL.val(most));
        return ask(names, sql, recalled::read);
    }

    private interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> ask(TenantNames names, QueryPart query, RowReading<T> reading) {
        try (var connection = databases.read().getConnection()) {
            connection.setAutoCommit(false);
            try {
                return ask(connection, names, query, reading);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private <T> List<T> ask(
            Connection connection, TenantNames names, QueryPart query, RowReading<T> reading)
            throws SQLException {
        var trip = new Trip().say(names.entrance(limits)).ask(query);
        try (var answers = trip.run(connection)) {
            answers.skip(1);
            var read = new ArrayList<T>();
            try (var rows = answers.rows()) {
                while (rows.next()) {
                    read.add(reading.read(rows));
                }
            }
            return read;
        }
    }
}
