package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a house remembers between two starts, apart from its data.
 *
 * @param port the first of its ports
 * @param seeded by tenant, the fingerprint of the folder that was last applied
 */
record State(int port, Map<String, String> seeded) {
    private static final String FILE = "state.json";

    State {
        seeded = Map.copyOf(seeded);
    }

    static State fresh(int port) {
        return new State(port, Map.of());
    }

    static Optional<State> read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readString(file), State.class));
        } catch (JacksonException e) {
            throw new LaunchFailure(file + " cannot be read; ./entente reset starts anew.", e);
        }
    }

    State withPort(int other) {
        return new State(other, seeded);
    }

    State withSeeded(String tenant, String fingerprint) {
        var all = new TreeMap<>(seeded);
        all.put(tenant, fingerprint);
        return new State(port, all);
    }

    /** Replaces the file in one step, so that an interruption never leaves half of it. */
    void write(Path folder) throws IOException {
        var fresh = folder.resolve(FILE + ".new");
        Files.writeString(fresh, JsonMapper.shared().writeValueAsString(this) + "\n");
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
