package org.entente.launcher;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for a failure's message. */
final class LogTail {
    private static final int BYTES = 64 << 10;

    private LogTail() {}

    static String of(Path log, int count) {
        var shown = lines(log);
        var last = shown.subList(Math.max(0, shown.size() - count), shown.size());
        return "The end of " + log + ":\n  " + String.join("\n  ", last);
    }

    private static List<String> lines(Path log) {
        try (var file = Files.newByteChannel(log)) {
            var size = file.size();
            file.position(Math.max(0, size - BYTES));
            var bytes = Channels.newInputStream(file).readNBytes(BYTES);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("(there is none)");
        }
    }
}
