package org.entente.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.entente.engine.job.JobFiles;
import org.entente.spi.Tenant;

/** Jobs' files in a folder of this machine, or one that all nodes share. */
public final class FolderJobFiles implements JobFiles {

    private static final int BLOCK = 1 << 16;
    private static final String UNFINISHED = ".";

    private final Path folder;

    public FolderJobFiles(Path folder) {
        this.folder = folder;
    }

    private Path folder(Tenant tenant, UUID job) {
        return folder.resolve(tenant.id().toString()).resolve("jobs").resolve(job.toString());
    }

    private Path path(Name name) {
        return folder(name.tenant(), name.job()).resolve(name.file());
    }

    @Override
    public long write(Name name, InputStream content, long most) {
        var path = path(name);
        try {
            Files.createDirectories(path.getParent());
            var unfinished = Files.createTempFile(path.getParent(), UNFINISHED, "");
            try {
                var length = copy(content, unfinished, most);
                if (length >= 0) {
                    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
                }
                return length;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long copy(InputStream content, Path file, long most) throws IOException {
        var length = 0L;
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var block = new byte[BLOCK];
            for (var n = content.read(block); n >= 0; n = content.read(block)) {
                length += n;
                if (length > most) {
                    return -1;
                }
                put(out, ByteBuffer.wrap(block, 0, n));
            }
            out.force(true);
        }
        return length;
    }

    private static void put(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public long append(Name name, long length, byte[] content) {
        var path = path(name);
        try {
            Files.createDirectories(path.getParent());
            try (var out =
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                out.truncate(length);
                out.position(length);
                put(out, ByteBuffer.wrap(content));
                out.force(true);
                return out.position();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream read(Name name, long length) {
        var path = path(name);
        try {
            return Files.exists(path)
                    ? new FirstBytes(Files.newInputStream(path), length)
                    : InputStream.nullInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(Tenant tenant, UUID job) {
        var path = folder(tenant, job);
        if (!Files.isDirectory(path)) {
            return;
        }
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> names(Tenant tenant, UUID job) {
        var path = folder(tenant, job);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(UNFINISHED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
