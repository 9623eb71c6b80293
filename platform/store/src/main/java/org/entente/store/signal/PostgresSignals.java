package org.entente.store.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.engine.feed.Signals;
import org.entente.store.Databases;
import org.entente.store.Failures;

/**
 * Hears signals by looking. NOTIFY would have every commit of the database wait for one lock
 * (2026-11), while a look at a small table costs nothing that grows with the tenants.
 */
public final class PostgresSignals implements Signals {

    private static final String NOTHING_SEEN = "1:1:";

    /** A signal is at most as old as the longest transaction when it is first seen. */
    private static final String CONDENSE =
            """
            delete from entente.signal where at < now() - interval '30 seconds'
                and seq not in (select max(seq) from entente.signal group by tenant, kind)
            """;

    /** A session sees those of its own login, which are all that write records. */
    private static final String LAG =
            """
            select cast(coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0) * 1000
                as bigint)
            from pg_stat_activity where backend_xid is not null
            """;

    private static final String HEAR =
            """
            select cast(now_seen.seen as text), heard.tenant, heard.kind
            from (select pg_current_snapshot() as seen) now_seen
            left join lateral (
                select tenant, kind from entente.signal
                where not pg_visible_in_snapshot(xid, cast(? as pg_snapshot))
                group by tenant, kind
            ) heard on true
            """;

    private final Databases databases;
    private String seen = NOTHING_SEEN;

    public PostgresSignals(Databases databases) {
        this.databases = databases;
    }

    @Override
    public synchronized List<Signal> hear() {
        try (var connection = databases.read().getConnection()) {
            return hear(connection);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private List<Signal> hear(Connection connection) throws SQLException {
        var heard = new ArrayList<Signal>();
        try (var statement = connection.prepareStatement(HEAR)) {
            statement.setString(1, seen);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen = rows.getString(1);
                    var kind = rows.getString(3);
                    if (kind != null) {
                        heard.add(new Signal(rows.getLong(2), kind));
                    }
                }
            }
        }
        return heard;
    }

    @Override
    public void condense() {
        try (var connection = databases.read().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(CONDENSE);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    @Override
    public Duration lag() {
        try (var connection = databases.read().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(LAG)) {
            return rows.next() ? Duration.ofMillis(rows.getLong(1)) : Duration.ZERO;
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
