package org.entente.launcher;

import java.io.IOException;
import java.time.Duration;

/** Brings one part to health: keeps what works, replaces what does not. */
final class Starter {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int SHOWN = 25;

    private final Children children;
    private final Steps steps;

    Starter(Children children, Steps steps) {
        this.children = children;
        this.steps = steps;
    }

    /** True when the part already runs as it should. */
    boolean keeps(Part part) {
        var process = part.process();
        return process.isPresent()
                && part.current(process.get())
                && Pause.until(GRACE, () -> settled(part))
                && part.healthy();
    }

    private static boolean settled(Part part) {
        return part.healthy() || part.process().isEmpty();
    }

    /** True when it had to be started. */
    boolean bring(Part part) {
        if (keeps(part)) {
            steps.run(part.title() + " was up, on " + part.port(), () -> {});
            return false;
        }
        if (part.stop()) {
            steps.note(part.title() + " was ill or out of date, and was ended");
        }
        requireFree(part);
        steps.run(part.title() + " answers on " + part.port(), () -> start(part));
        return true;
    }

    /** Refuses when somebody else listens there, and says who. */
    static void requireFree(Part part) {
        if (part.process().isEmpty() && !PortHolder.free(part.port())) {
            var holder = PortHolder.describe(part.port()).orElse("another program");
            throw new LaunchFailure(
                    "Port "
                            + part.port()
                            + " for "
                            + part.title()
                            + " is taken by "
                            + holder
                            + ".\n"
                            + "Choose three other ports with --port N (N, N+1 and N+2), or ENTENTE_PORT=N.");
        }
    }

    private void start(Part part) throws IOException {
        var process = part.start(children);
        var start = System.nanoTime();
        while (!part.healthy()) {
            if (!process.isAlive()) {
                throw new LaunchFailure(
                        part.title()
                                + " ended while it was starting.\n"
                                + LogTail.of(part.log(), SHOWN));
            }
            part.trouble()
                    .ifPresent(trouble -> {
                        throw new LaunchFailure(part.title() + " cannot start.\n" + trouble);
                    });
            if (Steps.since(start).compareTo(LIMIT) > 0) {
                throw new LaunchFailure(
                        part.title()
                                + " is not ready after "
                                + Steps.seconds(LIMIT)
                                + ".\n"
                                + LogTail.of(part.log(), SHOWN));
            }
            Pause.step();
        }
    }
}
