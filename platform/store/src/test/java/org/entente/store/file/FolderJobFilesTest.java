package org.entente.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.entente.engine.job.JobFiles.Name;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderJobFilesTest {

    private static final Tenant TENANT = new Tenant(UUID.randomUUID(), 1, "acme");
    private static final UUID JOB = UUID.randomUUID();

    private final FolderJobFiles files;

    FolderJobFilesTest(@TempDir Path folder) {
        this.files = new FolderJobFiles(folder);
    }

    private static Name name(String file) {
        return new Name(TENANT, JOB, file);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String text(String file, long length) throws IOException {
        try (var in = files.read(name(file), length)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsTheLastWholeFileOfAName() throws IOException {
        assertEquals(3, files.write(name("part-1"), stream("one"), 10));
        assertEquals(5, files.write(name("part-1"), stream("three"), 10));
        assertEquals("three", text("part-1", Long.MAX_VALUE));
    }

    @Test
    void keepsNothingOfWhatIsTooLong() {
        assertEquals(-1, files.write(name("part-1"), stream("eleven bytes"), 10));
        assertEquals(List.of(), files.names(TENANT, JOB));
    }

    @Test
    void goesOnFromTheLengthThatCounts() throws IOException {
        assertEquals(5, files.append(name("ok"), 0, bytes("a\nb\n.")));
        assertEquals(6, files.append(name("ok"), 4, bytes("c\n")));
        assertEquals("a\nb\nc\n", text("ok", 6));
        assertEquals("a\n", text("ok", 2));
    }

    @Test
    void hasNothingOfAFileThatIsNotThere() throws IOException {
        assertEquals("", text("failed", 100));
    }
}
