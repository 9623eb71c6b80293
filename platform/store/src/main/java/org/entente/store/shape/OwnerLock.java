package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/**
 * Lets one node at a time define tables of a tenant. It is asked for again and again instead of
 * waited for: a session that waits holds a snapshot, and making an index concurrently waits for
 * snapshots.
 */
final class OwnerLock implements AutoCloseable {

    private static final int CLASS = 7301;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final int tenant;

    private OwnerLock(Connection connection, int tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    static OwnerLock take(Connection connection, Tenant tenant) throws SQLException {
        var lock = new OwnerLock(connection, Math.toIntExact(tenant.number()));
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!lock.call("pg_try_advisory_lock")) {
            if (System.nanoTime() > end) {
                throw new EntenteException(
                        Problem.of(ProblemCode.TIMED_OUT, "", Map.of("dependency", "database")));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return lock;
    }

    private boolean call(String function) throws SQLException {
        try (var statement = connection.prepareStatement("select %s(?, ?)".formatted(function))) {
            statement.setInt(1, CLASS);
            statement.setInt(2, tenant);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        call("pg_advisory_unlock");
    }
}
