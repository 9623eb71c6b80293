package org.entente.launcher;

import java.io.IOException;

/** Sends a signal by name: Java itself knows only two. */
final class Signals {
    private Signals() {}

    static void send(String signal, ProcessHandle process) {
        try {
            // The shell's own kill is there on systems without procps.
            var sender =
                    new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            sender.waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("No signal can be sent: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", e);
        }
    }
}
