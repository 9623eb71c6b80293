package org.entente.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, with a limit. */
final class Pause {
    private static final long STEP_MILLIS = 150;

    private Pause() {}

    static void step() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", e);
        }
    }

    /** Waits until the process has ended, and tells how. */
    static int forEnd(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", e);
        }
    }

    /** Asks again and again; false when the limit passed first. */
    static boolean until(Duration limit, BooleanSupplier reached) {
        var start = System.nanoTime();
        while (!reached.getAsBoolean()) {
            if (Steps.since(start).compareTo(limit) > 0) {
                return false;
            }
            step();
        }
        return true;
    }
}
