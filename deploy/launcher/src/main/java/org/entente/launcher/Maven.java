package org.entente.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls Maven with this JDK; what it says goes to a log, and to the terminal only when it fails.
 */
final class Maven {
    private static final int SHOWN = 40;

    private final Path root;
    private final Children children;

    Maven(Path root, Children children) {
        this.root = root;
        this.children = children;
    }

    void run(Path log, List<String> arguments) throws IOException {
        var words = new ArrayList<>(List.of("mvn", "-B"));
        words.addAll(arguments);
        Files.createDirectories(log.toAbsolutePath().getParent());
        Files.writeString(log, String.join(" ", words) + "\n");
        var status =
                Commands.run(
                        children,
                        builder(words)
                                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
        if (status != 0) {
            throw new LaunchFailure(
                    "Maven failed (" + String.join(" ", words) + ").\n" + LogTail.of(log, SHOWN));
        }
    }

    /** A Maven process whose output the caller decides about. */
    ProcessBuilder builder(List<String> words) {
        if (Tools.find("mvn").isEmpty()) {
            throw new LaunchFailure(
                    "Maven is missing: install it (Debian: apt-get install maven) and put mvn on the PATH.");
        }
        var builder = new ProcessBuilder(words).directory(root.toFile()).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        return builder;
    }
}
