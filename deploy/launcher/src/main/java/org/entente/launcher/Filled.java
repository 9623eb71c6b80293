package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the demo volume of a tenant came.
 *
 * @param day the day for which it is generated: an interrupted filling goes on with the same
 *     records
 * @param before by entity, how many records were there already
 * @param done true when all of it is there
 */
record Filled(LocalDate day, Map<String, Long> before, boolean done) {
    Filled {
        before = Map.copyOf(before);
    }

    static Optional<Filled> read(Path folder, String tenant) throws IOException {
        var file = file(folder, tenant);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readString(file), Filled.class));
        } catch (JacksonException e) {
            throw new LaunchFailure(file + " cannot be read; ./entente reset starts anew.", e);
        }
    }

    Filled whole() {
        return new Filled(day, before, true);
    }

    /** Replaces the file in one step, so that an interruption never leaves half of it. */
    void write(Path folder, String tenant) throws IOException {
        var file = file(folder, tenant);
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, JsonMapper.shared().writeValueAsString(this) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path file(Path folder, String tenant) {
        return folder.resolve("demo-" + tenant + ".json");
    }
}
