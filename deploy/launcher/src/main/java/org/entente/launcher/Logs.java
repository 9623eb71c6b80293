package org.entente.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows the logs of a house until it is interrupted. */
final class Logs {
    private static final int BEFORE = 20;

    private final House house;
    private final PrintStream out;
    private final Map<Path, Long> positions = new TreeMap<>();

    Logs(House house, PrintStream out) {
        this.house = house;
        this.out = out;
    }

    /** The logs of one part, or of all when the name is empty. */
    List<Path> choose(String part) {
        var known =
                new TreeMap<>(
                        Map.of(
                                "postgres", house.log("postgres"),
                                "keycloak", house.log("keycloak"),
                                "liberty", house.logs().resolve("liberty/messages.log")));
        if (part.isEmpty()) {
            return List.copyOf(known.values());
        }
        var log = known.get(part);
        if (log == null) {
            throw new LaunchFailure(
                    "There is no part \""
                            + part
                            + "\"; there are "
                            + String.join(", ", known.keySet())
                            + ".");
        }
        return List.of(log);
    }

    /** Shows the end of each log, then every new line. */
    void follow(List<Path> logs) throws IOException {
        for (var log : logs) {
            out.println(LogTail.of(log, BEFORE));
            positions.put(log, Files.exists(log) ? Files.size(log) : 0);
        }
        while (true) {
            for (var log : logs) {
                show(log);
            }
            out.flush();
            Pause.step();
        }
    }

    private void show(Path log) throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        try (var channel = Files.newByteChannel(log)) {
            // Shorter than before: it was begun anew.
            var from = Math.min(positions.getOrDefault(log, 0L), channel.size());
            if (channel.size() < positions.getOrDefault(log, 0L)) {
                from = 0;
            }
            channel.position(from);
            var buffer =
                    java.nio.ByteBuffer.allocate((int) Math.min(channel.size() - from, 1 << 20));
            channel.read(buffer);
            out.print(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
            positions.put(log, from + buffer.position());
        }
    }
}
