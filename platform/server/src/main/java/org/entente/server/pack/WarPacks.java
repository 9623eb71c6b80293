package org.entente.server.pack;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerReader;
import org.entente.metadata.definition.SourceFile;
import org.entente.metadata.model.Rank;

/**
 * The packs inside the web application, read once; a broken one keeps the application from
 * starting.
 */
@ApplicationScoped
public class WarPacks {

    private static final String ROOT = "/WEB-INF/classes/packs/";

    private final Map<String, Layer> packs = new ConcurrentSkipListMap<>();

    /** Comes before everything else that happens at the start, for it may need a pack. */
    void read(@Observes @Priority(1) @Initialized(ApplicationScoped.class) ServletContext context) {
        for (var folder : names(context, ROOT)) {
            var name = folder.substring(ROOT.length(), folder.length() - 1);
            packs.put(name, read(name, files(context, folder)));
        }
    }

    /** All of them, by name. */
    public List<Layer> layers() {
        return List.copyOf(packs.values());
    }

    /** The names of all packs, in order. */
    public List<String> names() {
        return List.copyOf(packs.keySet());
    }

    private static Layer read(String name, List<SourceFile> files) {
        var read = LayerReader.read(Rank.PACK, name, files);
        if (!read.problems().isEmpty()) {
            throw new IllegalStateException("pack " + name + ": " + read.problems());
        }
        return read.layer();
    }

    private static List<SourceFile> files(ServletContext context, String folder) {
        var files = new ArrayList<SourceFile>();
        collect(context, folder, folder, files);
        return files;
    }

    private static void collect(
            ServletContext context, String root, String folder, List<SourceFile> files) {
        for (var path : names(context, folder)) {
            if (path.endsWith("/")) {
                collect(context, root, path, files);
            } else if (path.endsWith(".yaml")) {
                files.add(new SourceFile(path.substring(root.length()), content(context, path)));
            }
        }
    }

    private static List<String> names(ServletContext context, String folder) {
        Set<String> paths = context.getResourcePaths(folder);
        return paths == null ? List.of() : paths.stream().sorted().toList();
    }

    private static String content(ServletContext context, String path) {
        try (var in = context.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
