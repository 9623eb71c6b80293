package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One of the servers of a house. */
sealed interface Part permits Postgres, Keycloak, Liberty {
    /** Its short name, as {@code logs NAME} takes it. */
    String name();

    /** Its name and version for people. */
    String title();

    int port();

    Path log();

    /** Words on its command line that only this part of this house carries. */
    List<String> mark();

    /** Words on its command line that tell with which configuration it was started. */
    List<String> configuration();

    /** Starts the process and returns at once. */
    Process start(Children children) throws IOException;

    /** True when it answers and does its work. */
    boolean healthy();

    /** A failure that it will not get over by itself, as it reported it. */
    Optional<String> trouble();

    /** The signals that end it, from polite to final. */
    List<Farewell> farewells();

    /** A signal, and how long to wait for its effect. */
    record Farewell(String signal, Duration patience) {}

    default Optional<ProcessHandle> process() {
        return Marks.find(mark());
    }

    /** True when the process was started with the configuration that is now wanted. */
    default boolean current(ProcessHandle process) {
        return Marks.carries(Marks.commandLine(process), configuration());
    }

    /** Ends it; true when it was running. */
    default boolean stop() {
        var running = process().isPresent();
        for (var farewell : farewells()) {
            var process = process();
            if (process.isEmpty()) {
                return running;
            }
            Signals.send(farewell.signal(), process.get());
            Pause.until(farewell.patience(), () -> process().isEmpty());
        }
        return running;
    }
}
