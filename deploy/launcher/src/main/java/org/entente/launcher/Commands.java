package org.entente.launcher;

import java.io.IOException;
import java.util.List;

/** Runs a helper process to its end. */
final class Commands {
    private Commands() {}

    static int run(Children children, ProcessBuilder builder) throws IOException {
        return Pause.forEnd(children.helper(builder));
    }

    /** The same for commands that never read and rarely speak. */
    static int run(Children children, List<String> words) throws IOException {
        return run(
                children,
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD));
    }
}
