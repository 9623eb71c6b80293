package org.entente.server.outside;

import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/** A job that somebody looks at until it has come to where it should. */
record WatchedJob(Visitor visitor, String id) {

    private static final Set<String> ENDS =
            Set.of("done", "stopped", "interrupted", "cancelled", "dead");

    /** A database that was restarted is away for a moment, and nothing is lost by asking again. */
    private static final int AWAY = 503;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    Answer look() {
        return visitor.get("/jobs/" + id).expect(200);
    }

    Answer done() {
        return until("done");
    }

    /** The job in this state; fails as soon as it has ended in another one. */
    Answer until(String state) {
        return until(PATIENCE, state, job -> job.at("/state").asString().equals(state));
    }

    /** The job as soon as something is true of it. */
    Answer until(Duration patience, String what, Predicate<Answer> reached) {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var job = visitor.get("/jobs/" + id);
            if (job.status() == AWAY && System.nanoTime() < end) {
                pause();
                continue;
            }
            if (reached.test(job.expect(200))) {
                return job;
            }
            if (System.nanoTime() > end || ENDS.contains(job.at("/state").asString())) {
                throw new AssertionError("never " + what + ": " + job.text());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
