package org.entente.engine.fake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.engine.file.FileStore;

/** Files in memory, which is whole files in memory. */
public final class MemoryFiles implements FileStore {

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    private static String key(Folder folder) {
        return folder.tenant().id() + "/" + folder.path() + "/";
    }

    private static String key(Name name) {
        return key(name.folder()) + name.file();
    }

    @Override
    public long write(Name name, InputStream content, long most) {
        try {
            var bytes = content.readNBytes(Math.toIntExact(Math.min(most + 1, Integer.MAX_VALUE)));
            if (bytes.length > most) {
                return -1;
            }
            files.put(key(name), bytes);
            return bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long append(Name name, long length, byte[] content) {
        var old = files.getOrDefault(key(name), new byte[0]);
        var all = Arrays.copyOf(old, Math.toIntExact(length) + content.length);
        System.arraycopy(content, 0, all, Math.toIntExact(length), content.length);
        files.put(key(name), all);
        return all.length;
    }

    @Override
    public Optional<InputStream> read(Name name, long from, long length) {
        return Optional.ofNullable(files.get(key(name)))
                .map(bytes ->
                        new ByteArrayInputStream(
                                bytes,
                                (int) Math.min(from, bytes.length),
                                (int) Math.min(length, bytes.length)));
    }

    @Override
    public void remove(Name name) {
        files.remove(key(name));
    }

    @Override
    public void remove(Folder folder) {
        names(folder).forEach(name -> files.remove(key(folder) + name));
    }

    private List<String> within(Folder folder) {
        return files.keySet().stream()
                .filter(key -> key.startsWith(key(folder)))
                .map(key -> key.substring(key(folder).length()))
                .toList();
    }

    @Override
    public List<String> names(Folder folder) {
        return within(folder).stream().filter(rest -> !rest.contains("/")).toList();
    }

    @Override
    public List<String> folders(Folder folder) {
        return within(folder).stream()
                .filter(rest -> rest.contains("/"))
                .map(rest -> rest.substring(0, rest.indexOf('/')))
                .distinct()
                .toList();
    }
}
