package org.entente.store.records;

import java.util.function.Supplier;
import org.entente.spi.Outcome;

/**
 * The points of one transaction to which it can go back. The one of a write travels with the write
 * and is released with whatever comes next, so it costs no round trip.
 */
final class Savepoints {

    private final Line line;
    private boolean written;
    private boolean signalled;

    Savepoints(Line line) {
        this.line = line;
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
        line.tell("rollback to savepoint written", "release savepoint written");
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
        if (written) {
            line.tell("release savepoint written", "savepoint step");
        } else {
            line.tell("savepoint step");
        }
        written = false;
        var outcome = work.get();
        switch (outcome) {
            case Outcome.Done<T> _ -> line.tell("release savepoint step");
            case Outcome.Refused<T> _ -> {
                line.tell("rollback to savepoint step", "release savepoint step");
                signalled = false;
            }
        }
        written = false;
        return outcome;
    }
}
