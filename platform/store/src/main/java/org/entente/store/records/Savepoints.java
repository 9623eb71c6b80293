package org.entente.store.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.entente.spi.Outcome;
import org.entente.store.Failures;

/**
 * The points of one transaction to which it can go back. The one of a write travels with the write
 * and is released with whatever comes next, so it costs no round trip.
 */
final class Savepoints {

    private final Connection connection;
    private boolean written;
    private boolean signalled;

    Savepoints(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins a trip that {@link #takeBackWrite} can take back.
     *
     * @return how many answers stand before those of the write
     */
    int beginWrite(Trip trip) {
        var released = written;
        if (released) {
            trip.say("release savepoint written");
        }
        trip.say("savepoint written");
        written = true;
        return released ? 2 : 1;
    }

    void takeBackWrite() {
        run("rollback to savepoint written; release savepoint written");
        written = false;
        signalled = false;
    }

    /** Whether nothing signals yet, in what stands, that changes are told; from now on it does. */
    boolean beginSignal() {
        var first = !signalled;
        signalled = true;
        return first;
    }

    /** Runs work whose refusal takes back what it wrote; steps may nest. */
    <T> Outcome<T> step(Supplier<Outcome<T>> work) {
        run(written ? "release savepoint written; savepoint step" : "savepoint step");
        written = false;
        var outcome = work.get();
        switch (outcome) {
            case Outcome.Done<T> _ -> run("release savepoint step");
            case Outcome.Refused<T> _ -> {
                run("rollback to savepoint step; release savepoint step");
                signalled = false;
            }
        }
        written = false;
        return outcome;
    }

    private void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
