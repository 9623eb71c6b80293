package org.entente.engine.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.entente.engine.file.FileStore.Folder;
import org.entente.engine.file.FileStore.Name;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.Test;

/** What every place that keeps files does alike. */
public abstract class FileStoreContract {

    private final Tenant tenant = new Tenant(UUID.randomUUID(), 1, "acme");
    private final Tenant other = new Tenant(UUID.randomUUID(), 2, "zenith");
    private final Folder folder = new Folder(tenant, "records").folder("01abc");

    /** An empty store, or one in which nobody else has files of these tenants. */
    protected abstract FileStore store();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private String text(Name name, long from, long length) throws IOException {
        try (var in = store().read(name, from, length).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String text(Name name) throws IOException {
        return text(name, 0, Long.MAX_VALUE);
    }

    @Test
    void keepsTheLastWholeFileOfAName() throws IOException {
        assertEquals(3, store().write(folder.file("one"), stream("one"), 10));
        assertEquals(5, store().write(folder.file("one"), stream("three"), 10));
        assertEquals("three", text(folder.file("one")));
    }

    @Test
    void takesAsManyBytesAsItMayAndNoneOfWhatIsLonger() throws IOException {
        assertEquals(3, store().write(folder.file("old"), stream("old"), 10));
        assertEquals(10, store().write(folder.file("ten"), stream("0123456789"), 10));
        assertEquals(-1, store().write(folder.file("old"), stream("eleven bytes"), 10));
        assertEquals(-1, store().write(folder.file("new"), stream("eleven bytes"), 10));
        assertEquals("old", text(folder.file("old")));
        assertEquals(List.of("old", "ten"), store().names(folder));
    }

    @Test
    void readsAPartOfAFile() throws IOException {
        store().write(folder.file("part"), stream("0123456789"), 10);
        assertEquals("345", text(folder.file("part"), 3, 3));
        assertEquals("89", text(folder.file("part"), 8, 100));
        assertEquals("", text(folder.file("part"), 10, 5));
    }

    @Test
    void goesOnFromTheLengthThatCounts() throws IOException {
        var name = folder.file("grown");
        assertEquals(5, store().append(name, 0, bytes("a\nb\n.")));
        assertEquals(6, store().append(name, 4, bytes("c\n")));
        assertEquals("a\nb\nc\n", text(name));
        assertEquals("a\n", text(name, 0, 2));
        assertEquals("\nb\nc", text(name, 1, 4));
        assertEquals(3, store().append(name, 2, bytes("!")));
        assertEquals("a\n!", text(name));
        assertEquals(1, store().append(name, 1, bytes("")));
        assertEquals("a", text(name));
        assertEquals(List.of("grown"), store().names(folder));
    }

    @Test
    void isEmptyHandedForAFileThatIsNotThere() {
        assertTrue(store().read(folder.file("none"), 0, 10).isEmpty());
        assertEquals(List.of(), store().names(folder));
        assertEquals(List.of(), store().folders(folder));
        store().remove(folder.file("none"));
        store().remove(folder);
    }

    @Test
    void removesFilesAndLeavesTheirNeighbours() throws IOException {
        var beside = new Folder(tenant, "records").folder("01abd");
        store().write(folder.file("one"), stream("1"), 10);
        store().write(folder.file("two"), stream("2"), 10);
        store().append(folder.file("three"), 0, bytes("3"));
        store().write(beside.file("one"), stream("4"), 10);
        store().remove(folder.file("one"));
        store().remove(folder.file("three"));
        assertEquals(List.of("two"), store().names(folder));
        assertEquals(List.of("01abc", "01abd"), store().folders(new Folder(tenant, "records")));
        store().remove(folder);
        assertEquals(List.of(), store().names(folder));
        assertEquals("4", text(beside.file("one")));
    }

    @Test
    void keepsTenantsApart() {
        store().write(folder.file("one"), stream("1"), 10);
        var theirs = new Folder(other, folder.path());
        assertEquals(List.of(), store().names(theirs));
        assertTrue(store().read(theirs.file("one"), 0, 10).isEmpty());
        store().remove(theirs);
        assertEquals(List.of("one"), store().names(folder));
    }

    @Test
    void keepsNothingOfAStreamThatBreaksOff() {
        var broken =
                new InputStream() {
                    private int left = 100_000;

                    @Override
                    public int read() throws IOException {
                        return read(new byte[1], 0, 1);
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        left -= length;
                        if (left < 0) {
                            throw new IOException("the line is dead");
                        }
                        return length;
                    }
                };
        assertThrows(
                UncheckedIOException.class,
                () -> store().write(folder.file("half"), broken, 1_000_000));
        assertEquals(List.of(), store().names(folder));
    }

    @Test
    void keepsALargeFileByteByByte() throws IOException {
        var content = new byte[3_000_000];
        new java.util.Random(7).nextBytes(content);
        var name = folder.file("large");
        assertEquals(
                content.length,
                store().write(name, new ByteArrayInputStream(content), content.length));
        try (var in = store().read(name, 0, Long.MAX_VALUE).orElseThrow()) {
            assertTrue(java.util.Arrays.equals(content, in.readAllBytes()));
        }
    }

    @Test
    void takesNoNameThatLeadsElsewhere() {
        assertThrows(IllegalArgumentException.class, () -> folder.file("../one"));
        assertThrows(IllegalArgumentException.class, () -> folder.file(".."));
        assertThrows(IllegalArgumentException.class, () -> folder.folder("a/../.."));
        assertThrows(IllegalArgumentException.class, () -> new Folder(tenant, "/etc"));
    }
}
