package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir Path base;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(base.resolve("src/a"));
        Files.writeString(base.resolve("src/a/One.java"), "one");
        Files.writeString(base.resolve("src/Two.java"), "two");
    }

    private String value() throws IOException {
        return new Fingerprint().tree(base, "src").value();
    }

    @Test
    void aNewTimeAloneChangesNothing() throws IOException {
        var before = value();
        Files.setLastModifiedTime(base.resolve("src/Two.java"), FileTime.fromMillis(1));

        assertEquals(before, value());
    }

    @Test
    void aChangedContentOrNameChangesIt() throws IOException {
        var before = value();
        Files.writeString(base.resolve("src/Two.java"), "zwei");
        var changed = value();
        Files.move(base.resolve("src/Two.java"), base.resolve("src/Three.java"));

        assertNotEquals(before, changed);
        assertNotEquals(changed, value());
    }

    @Test
    void whatABuildProducesDoesNotCount() throws IOException {
        var before = value();
        Files.createDirectories(base.resolve("src/target"));
        Files.writeString(base.resolve("src/target/Two.class"), "2");
        Files.createDirectories(base.resolve("src/a/node_modules/x"));
        Files.writeString(base.resolve("src/a/node_modules/x/index.js"), "3");

        assertEquals(before, value());
    }

    @Test
    void whatIsMissingCountsAsNothing() throws IOException {
        assertEquals(new Fingerprint().value(), new Fingerprint().tree(base, "absent").value());
    }

    @Test
    void movingTextBetweenNeighboursChangesIt() {
        assertNotEquals(
                new Fingerprint().text("ab").text("c").value(),
                new Fingerprint().text("a").text("bc").value());
    }
}
