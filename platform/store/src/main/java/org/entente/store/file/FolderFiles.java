package org.entente.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.engine.file.FileStore;

/** Files in a folder of this machine, or one that all nodes share. */
public final class FolderFiles implements FileStore {

    private static final int BLOCK = 1 << 16;
    private static final String UNFINISHED = ".";

    private final Path root;

    public FolderFiles(Path root) {
        this.root = root;
    }

    private Path path(Folder folder) {
        return root.resolve(folder.tenant().id().toString()).resolve(folder.path());
    }

    private Path path(Name name) {
        return path(name.folder()).resolve(name.file());
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
    public Optional<InputStream> read(Name name, long from, long length) {
        try {
            var file = FileChannel.open(path(name), StandardOpenOption.READ);
            file.position(from);
            return Optional.of(new FirstBytes(Channels.newInputStream(file), length));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(Name name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was left unfinished goes along. */
    @Override
    public void remove(Folder folder) {
        var path = path(folder);
        try {
            for (var file : list(path, Files::isRegularFile)) {
                Files.deleteIfExists(file);
            }
            if (list(path, any -> true).isEmpty()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder, Predicate<Path> which) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(which).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    @Override
    public List<String> names(Folder folder) {
        return names(folder, Files::isRegularFile);
    }

    /** A folder in which there is nothing is not there. */
    @Override
    public List<String> folders(Folder folder) {
        return names(folder, FolderFiles::isFilled);
    }

    private static boolean isFilled(Path path) {
        try {
            return Files.isDirectory(path) && !list(path, any -> true).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names(Folder folder, Predicate<Path> which) {
        try {
            return list(path(folder), which).stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(UNFINISHED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
