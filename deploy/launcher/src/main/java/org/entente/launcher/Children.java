package org.entente.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What this invocation started and has not yet handed over; an interruption ends exactly that. */
final class Children {
    private final List<Part> parts = new ArrayList<>();
    private final List<Process> helpers = new ArrayList<>();
    private final PrintStream err;
    private boolean closed;

    Children(PrintStream err) {
        this.err = err;
    }

    synchronized Process service(Part part, Service service) throws IOException {
        refuseWhenClosed();
        var process = service.start();
        parts.add(part);
        return process;
    }

    /** Starts a process that must not outlive the launcher. */
    synchronized Process helper(ProcessBuilder builder) throws IOException {
        refuseWhenClosed();
        var process = builder.start();
        helpers.add(process);
        return process;
    }

    /** From now on the parts stay when the launcher goes. */
    synchronized void handOver() {
        parts.clear();
    }

    /** Ends all of it, the database last, and lets nothing start any more. */
    void end() {
        for (var helper : close()) {
            helper.descendants().forEach(ProcessHandle::destroy);
            helper.destroy();
        }
        var ending = started().reversed();
        if (!ending.isEmpty()) {
            err.println("entente: ending what this command started.");
        }
        together(ending.stream().filter(part -> !(part instanceof Postgres)).toList());
        together(ending.stream().filter(part -> part instanceof Postgres).toList());
    }

    private static void together(List<Part> parts) {
        var together = new Together();
        parts.forEach(part -> together.after(List.of(), part::stop));
        together.join();
    }

    /** True once the end has begun; a failure after that is its consequence. */
    synchronized boolean ending() {
        return closed;
    }

    private synchronized List<Process> close() {
        closed = true;
        return List.copyOf(helpers);
    }

    private synchronized List<Part> started() {
        return List.copyOf(parts);
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new LaunchFailure("Interrupted.");
        }
    }
}
