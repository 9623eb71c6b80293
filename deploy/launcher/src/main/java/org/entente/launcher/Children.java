package org.entente.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What this invocation started and has not yet handed over; an interruption ends exactly that. */
final class Children {
    private final List<Part> parts = new ArrayList<>();
    private final List<Process> helpers = new ArrayList<>();
    private boolean closed;

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

    /** Ends all of it, in the reverse order of starting, and lets nothing start any more. */
    void end() {
        for (var helper : close()) {
            helper.descendants().forEach(ProcessHandle::destroy);
            helper.destroy();
        }
        for (var part : started().reversed()) {
            part.stop();
        }
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
