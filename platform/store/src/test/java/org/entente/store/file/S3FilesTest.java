package org.entente.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.file.FileStore;
import org.entente.engine.file.FileStore.Folder;
import org.entente.engine.file.FileStoreContract;
import org.entente.spi.EntenteException;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.Test;

class S3FilesTest extends FileStoreContract {

    private final S3Files files;

    S3FilesTest() throws IOException {
        this.files = new S3Files(ObjectStore.running().settings());
    }

    @Override
    protected FileStore store() {
        return files;
    }

    @Test
    void saysThatTheStoreIsAway() {
        var nowhere =
                new S3Settings(
                        "entente",
                        "",
                        "eu-west-3",
                        Optional.of(URI.create("http://localhost:1")),
                        Optional.of(new S3Settings.AccessKeys("a", "b")));
        try (var away = new S3Files(nowhere)) {
            var name = new Folder(new Tenant(UUID.randomUUID(), 1, "acme"), "records").file("a");
            var content = new ByteArrayInputStream(new byte[] {1});
            var written = assertThrows(EntenteException.class, () -> away.write(name, content, 10));
            assertEquals(ProblemCode.UNAVAILABLE, written.problem().code());
            var read = assertThrows(EntenteException.class, () -> away.read(name, 0, 1));
            assertEquals(ProblemCode.UNAVAILABLE, read.problem().code());
        }
    }

    @Test
    void keepsSecretsOutOfTexts() {
        assertEquals("access keys a", new S3Settings.AccessKeys("a", "b").toString());
    }
}
