package org.entente.store.signal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.engine.feed.Consumers;
import org.entente.engine.query.FeedPosition;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.fixed.FixedTables;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Places of consumers in the tenant's schema, each touch in a short transaction of its own. */
public final class PostgresConsumers implements Consumers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Dead>> DEAD = new TypeReference<>() {};

    /** Whoever has it keeps it; a new consumer is made by whoever asks first. */
    private static final String CLAIM =
            """
            insert into consumer as c (name, epoch, xid, seq, claimed_by, claimed_until)
            values (?, 0, '0', 0, ?, now() + cast(? as interval))
            on conflict (name) do update
                set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until
                where (c.claimed_by is null or c.claimed_by = excluded.claimed_by
                        or c.claimed_until < now())
                    and (c.retry_at is null or c.retry_at <= now())
            returning epoch, cast(cast(xid as text) as bigint), seq, failures
            """;

    private static final String MOVE =
            """
            update consumer set epoch = ?, xid = cast(? as xid8), seq = ?, failures = 0,
                retry_at = null, moved_at = now(), dead = dead || cast(? as jsonb)
            where name = ? and claimed_by = ?
            """;

    private final Databases databases;
    private final FixedTables fixed;
    private final Limits limits;

    public PostgresConsumers(Databases databases, FixedTables fixed, Limits limits) {
        this.databases = databases;
        this.fixed = fixed;
        this.limits = limits;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    @Override
    public Optional<Claim> claim(Tenant tenant, Holder holder, Duration lease) {
        return in(
                tenant,
                CLAIM,
                statement -> {
                    statement.setString(1, holder.consumer());
                    statement.setObject(2, holder.node());
                    statement.setString(3, lease.toString());
                    try (var row = statement.executeQuery()) {
                        return row.next()
                                ? Optional.of(new Claim(position(row, 1), row.getInt(4)))
                                : Optional.empty();
                    }
                });
    }

    private static FeedPosition position(ResultSet row, int from) throws SQLException {
        return new FeedPosition(row.getLong(from), row.getLong(from + 1), row.getLong(from + 2));
    }

    @Override
    public boolean move(Tenant tenant, Holder holder, FeedPosition to) {
        return move(tenant, holder, to, List.of());
    }

    @Override
    public boolean bury(Tenant tenant, Holder holder, FeedPosition to, Dead dead) {
        return move(tenant, holder, to, List.of(dead));
    }

    private boolean move(Tenant tenant, Holder holder, FeedPosition to, List<Dead> dead) {
        return in(
                tenant,
                MOVE,
                statement -> {
                    statement.setLong(1, to.epoch());
                    statement.setString(2, String.valueOf(to.transaction()));
                    statement.setLong(3, to.number());
                    statement.setString(4, JSON.writeValueAsString(dead));
                    statement.setString(5, holder.consumer());
                    statement.setObject(6, holder.node());
                    return statement.executeUpdate() == 1;
                });
    }

    @Override
    public void fail(Tenant tenant, Holder holder, Duration rest) {
        in(
                tenant,
                "update consumer set failures = failures + 1, claimed_by = null,"
                        + " retry_at = now() + cast(? as interval) where name = ? and claimed_by = ?",
                statement -> {
                    statement.setString(1, rest.toString());
                    statement.setString(2, holder.consumer());
                    statement.setObject(3, holder.node());
                    return statement.executeUpdate();
                });
    }

    @Override
    public void release(Tenant tenant, Holder holder) {
        in(
                tenant,
                "update consumer set claimed_by = null where name = ? and claimed_by = ?",
                statement -> {
                    statement.setString(1, holder.consumer());
                    statement.setObject(2, holder.node());
                    return statement.executeUpdate();
                });
    }

    @Override
    public List<State> states(Tenant tenant) {
        return in(
                tenant,
                "select name, epoch, cast(cast(xid as text) as bigint), seq, failures,"
                        + " cast(dead as text), moved_at from consumer order by name",
                statement -> {
                    var states = new ArrayList<State>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            states.add(
                                    new State(
                                            rows.getString(1),
                                            position(rows, 2),
                                            rows.getInt(5),
                                            JSON.readValue(rows.getString(6), DEAD),
                                            rows.getObject(7, OffsetDateTime.class).toInstant()));
                        }
                    }
                    return states;
                });
    }

    private <T> T in(Tenant tenant, String sql, Use<T> use) {
        fixed.bring(tenant);
        try (var connection = databases.read().getConnection()) {
            connection.setAutoCommit(false);
            try {
                return in(connection, TenantNames.of(tenant), sql, use);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private <T> T in(Connection connection, TenantNames names, String sql, Use<T> use)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(names.entrance(limits));
        }
        try (var statement = connection.prepareStatement(sql)) {
            var answer = use.of(statement);
            connection.commit();
            return answer;
        }
    }
}
