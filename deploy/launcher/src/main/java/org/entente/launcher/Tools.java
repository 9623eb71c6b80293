package org.entente.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What this machine offers. */
final class Tools {
    private Tools() {}

    static Optional<Path> find(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** True when the command ran and ended well; its output is of no interest. */
    static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", e);
        }
    }

    /** The platform's name in the PostgreSQL binaries' coordinates. */
    static String platform(String system, String processor) {
        var os =
                switch (system) {
                    case "Linux" -> "linux";
                    case "Mac OS X" -> "darwin";
                    default ->
                            throw new LaunchFailure(
                                    "There is no embedded default for " + system + ".");
                };
        return switch (processor) {
            case "amd64", "x86_64" -> os + "-amd64";
            case "aarch64" -> os + "-arm64v8";
            default ->
                    throw new LaunchFailure(
                            "There is no embedded PostgreSQL for " + processor + ".");
        };
    }

    static String platform() {
        return platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Path java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java");
    }
}
