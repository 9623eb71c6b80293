package org.entente.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs long commands whose whole output goes to a log, and what tells of progress to the terminal.
 */
final class Watched {
    /** Lines of Maven, npm and trials that tell a waiting person how far it is. */
    private static final Pattern PROGRESS =
            Pattern.compile(
                    "Building Entente|Tests run:.*Time elapsed|NOT TESTED|TRIAL|^\\[ERROR\\]|passed|failed|^FAILED  |BUILD FAILURE");

    private final Household household;

    Watched(Household household) {
        this.household = household;
    }

    /** How a command ended, and every line that it said. */
    record End(int status, List<String> lines) {
        End {
            lines = List.copyOf(lines);
        }
    }

    End run(ProcessBuilder builder, Path log) throws IOException {
        var output = new ArrayList<String>();
        var process = household.children().helper(builder);
        try (var lines = process.inputReader();
                var file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            lines.lines()
                    .forEach(line -> {
                        file.println(line);
                        output.add(line);
                        if (PROGRESS.matcher(line).find()) {
                            household.steps().say("         " + line);
                        }
                    });
        }
        return new End(Pause.forEnd(process), output);
    }

    int maven(List<String> words, Path log) throws IOException {
        var all = new ArrayList<>(List.of("mvn", "-B"));
        all.addAll(words);
        var builder = new Maven(household.house().root(), household.children()).builder(all);
        return run(builder, log).status();
    }
}
