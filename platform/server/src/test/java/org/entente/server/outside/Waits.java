package org.entente.server.outside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks twenty times a second at who waits for a lock in the database, and for how long by then.
 * What is shorter than the time between two looks may escape it.
 */
final class Waits implements Runnable, AutoCloseable {

    private static final long BETWEEN_MS = 50;
    private static final String WAITING =
            """
            select extract(epoch from clock_timestamp() - l.waitstart) * 1000, l.locktype, l.mode,
                   coalesce(c.relname, ''), l.pid
            from pg_locks l left join pg_class c on c.oid = l.relation
            where not l.granted and l.waitstart is not null
            """;

    /** Somebody who waited. */
    record Wait(double ms, String what) {}

    private final Connection connection;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread = new Thread(this, "waits");
    private List<Wait> seen = new ArrayList<>();

    Waits(Connection connection) {
        this.connection = connection;
        thread.start();
    }

    @Override
    public void run() {
        while (!over.get()) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(WAITING)) {
                while (rows.next()) {
                    note(
                            new Wait(
                                    rows.getDouble(1),
                                    rows.getString(2)
                                            + " "
                                            + rows.getString(3)
                                            + " "
                                            + rows.getString(4)));
                }
                Thread.sleep(BETWEEN_MS);
            } catch (SQLException | InterruptedException end) {
                return;
            }
        }
    }

    private synchronized void note(Wait wait) {
        seen.add(wait);
    }

    /** What was seen since the last time. */
    synchronized List<Wait> taken() {
        var all = seen;
        seen = new ArrayList<>();
        return all;
    }

    @Override
    public void close() throws SQLException {
        over.set(true);
        connection.close();
    }
}
