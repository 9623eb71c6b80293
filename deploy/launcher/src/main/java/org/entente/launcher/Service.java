package org.entente.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process that outlives the launcher: in a session of its own, so that Ctrl-C at the terminal
 * does not reach it, and with its output in a file.
 */
record Service(List<String> command, Map<String, String> environment, Path folder, Path log) {
    private static final List<String> FOREIGN =
            List.of("KC_", "QUARKUS_", "WLP_", "PG", "ENTENTE_", "MP_");

    Service {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    Process start() throws IOException {
        rotate();
        Files.createDirectories(folder);
        var words = new ArrayList<>(ownSession());
        words.addAll(command);
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        // Settings of the person's shell must not steer a house.
        builder.environment().keySet().removeIf(key -> FOREIGN.stream().anyMatch(key::startsWith));
        builder.environment().putAll(environment);
        return builder.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Each start has a log of its own; the one before it is kept. */
    private void rotate() throws IOException {
        if (Files.isRegularFile(log)) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> ownSession() {
        if (Tools.find("setsid").isPresent()) {
            return List.of("setsid");
        }
        // macOS has no setsid command, and always Perl.
        return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV");
    }
}
