package org.entente.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal what was done and how long it took, one line for each step. */
final class Steps {
    private final PrintStream out;
    private final long begun = System.nanoTime();

    Steps(PrintStream out) {
        this.out = out;
    }

    /** A piece of work that may touch files. */
    interface Work {
        void run() throws IOException;
    }

    /** Runs the work; the line appears when it is done. */
    void run(String done, Work work) {
        var start = System.nanoTime();
        try {
            work.run();
        } catch (IOException e) {
            throw new LaunchFailure(done + " failed: " + e, e);
        }
        say(String.format(Locale.ROOT, "%7s  %s", seconds(since(start)), done));
    }

    /** As {@link #run}, for work long enough that a person wants to know beforehand. */
    void run(String before, String done, Work work) {
        note(before);
        run(done, work);
    }

    void note(String text) {
        say(String.format(Locale.ROOT, "%7s  %s", "...", text));
    }

    void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    String elapsed() {
        return seconds(since(begun));
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
