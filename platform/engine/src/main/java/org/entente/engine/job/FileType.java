package org.entente.engine.job;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What kind of file it is, told from its first bytes and from nothing else. */
enum FileType {
    CSV,
    /** A JSON object a line. */
    NDJSON,
    XLSX;

    static FileType of(byte[] head) {
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return XLSX;
        }
        var text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        return text.matches("(?s)\\{\\s*(\"|}).*") ? NDJSON : CSV;
    }

    static Optional<FileType> named(String word) {
        for (var type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
