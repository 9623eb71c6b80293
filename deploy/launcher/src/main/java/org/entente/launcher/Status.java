package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows the parts of a house: whether they run, where, and how much memory they hold. */
final class Status {
    private final Household household;

    Status(Household household) {
        this.household = household;
    }

    /** True when all parts are healthy. */
    boolean show() throws IOException {
        var steps = household.steps();
        steps.say("House \"" + household.house().name() + "\" in " + household.house().folder());
        steps.say(row("part", "process", "port", "memory", "health"));
        var healthy = true;
        for (var part : household.parts().reversed()) {
            healthy &= show(part);
        }
        return healthy;
    }

    private boolean show(Part part) {
        var process = part.process();
        var healthy = process.isPresent() && part.healthy();
        var pid = process.map(handle -> String.valueOf(handle.pid())).orElse("-");
        var memory = process.map(Status::memory).orElse("-");
        var health = healthy ? "ready" : process.isPresent() ? "running, not ready" : "down";
        household.steps().say(row(part.title(), pid, String.valueOf(part.port()), memory, health));
        return healthy;
    }

    private static String row(String... columns) {
        return String.format(Locale.ROOT, "  %-22s %-8s %-6s %-9s %s", (Object[]) columns)
                .stripTrailing();
    }

    /** The share of memory of the process and its children: what all hold in common counts once. */
    private static String memory(ProcessHandle process) {
        var kilobytes =
                Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(Status::kilobytes)
                        .sum();
        return kilobytes == 0 ? "?" : kilobytes / 1024 + " MB";
    }

    private static long kilobytes(ProcessHandle process) {
        try {
            return proportion(
                    Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup")));
        } catch (IOException e) {
            return 0;
        }
    }

    static long proportion(List<String> rollup) {
        return rollup.stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }
}
