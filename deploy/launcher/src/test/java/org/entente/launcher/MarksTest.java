package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {
    @TempDir Path folder;

    @Test
    void aLongerPathIsAnotherHouse() {
        var line = List.of("java", "-Dentente.part=/a/.entente/upper/liberty", "-jar", "x.jar");

        assertFalse(Marks.carries(line, List.of("-Dentente.part=/a/.entente/up/liberty")));
        assertFalse(Marks.carries(line, List.of("-Dentente.part=/a/.entente/upper/lib")));
        assertTrue(Marks.carries(line, List.of("-Dentente.part=/a/.entente/upper/liberty")));
    }

    @Test
    void theWordsMustStandTogether() {
        var line = List.of("postgres", "-c", "/data", "-D", "/other");

        assertFalse(Marks.carries(line, List.of("-D", "/data")));
    }

    @Test
    void aServiceIsFoundByItsMarkUntilItEnds() throws IOException {
        var mark = List.of("-Dentente.part=" + folder);
        var command = List.of("/bin/sh", "-c", "sleep 60; true", mark.getFirst());

        var process = new Service(command, Map.of(), folder, folder.resolve("log")).start();
        assertTrue(Pause.until(Duration.ofSeconds(10), () -> Marks.find(mark).isPresent()));
        assertEquals(Optional.of(process.pid()), Marks.find(mark).map(ProcessHandle::pid));
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        Signals.send("KILL", process.toHandle());

        assertTrue(Pause.until(Duration.ofSeconds(10), () -> Marks.find(mark).isEmpty()));
    }

    @Test
    void aServiceHasItsOutputInTheLogAndNoInput() throws IOException {
        var log = folder.resolve("log");
        var command = List.of("/bin/sh", "-c", "read line; echo \"read $?\"; echo trouble >&2");

        var status = Pause.forEnd(new Service(command, Map.of(), folder, log).start());

        assertEquals(0, status);
        assertEquals("The end of " + log + ":\n  read 1\n  trouble", LogTail.of(log, 5));
    }

    @Test
    void aServiceDoesNotInheritSettingsOfOthers() throws IOException {
        var log = folder.resolve("log");
        var command = List.of("/bin/sh", "-c", "env | grep -c -E '^(KC_|WLP_|PG)'");

        Pause.forEnd(new Service(command, Map.of("KC_DB", "postgres"), folder, log).start());

        assertTrue(LogTail.of(log, 1).endsWith("\n  1"));
    }
}
