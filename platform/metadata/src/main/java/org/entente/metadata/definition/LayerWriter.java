package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;

/** Writes a layer as the YAML files that {@link LayerReader} reads; the same bytes every time. */
public final class LayerWriter {

    /** Section to the folder of its files and the keyword that begins each. */
    private record Folder(String section, String folder, String keyword) {}

    private static final List<Folder> FOLDERS =
            List.of(
                    new Folder("entities", "model", "entity"),
                    new Folder("traits", "traits", "trait"),
                    new Folder("roles", "roles", "role"),
                    new Folder("checks", "checks", "check"));

    private LayerWriter() {}

    /** One file for each definition, sorted by path. */
    public static List<SourceFile> files(Layer layer) {
        var files = new ArrayList<SourceFile>();
        for (var single : List.of("tenant", "pack")) {
            if (layer.root().entries().get(single) instanceof Mapping body) {
                files.add(file(single, single, layer.source(), body));
            }
        }
        for (var folder : FOLDERS) {
            layer.section(folder.section())
                    .entries()
                    .forEach((name, node) -> {
                        if (node instanceof Mapping body) {
                            var path = folder.folder() + "/" + fileName(name);
                            files.add(file(path, folder.keyword(), name, body));
                        }
                    });
        }
        files.sort(Comparator.comparing(SourceFile::path));
        return List.copyOf(files);
    }

    /** A check is called by a sentence. */
    private static String fileName(String name) {
        return Names.isName(name) ? name : Keys.derived(name);
    }

    private static SourceFile file(String path, String keyword, String name, Mapping body) {
        var entries = new LinkedHashMap<String, Node>();
        entries.put(keyword, body.entries().getOrDefault(keyword, new Scalar(name, "")));
        ((Mapping) keyFirst(body)).entries().forEach(entries::putIfAbsent);
        return new SourceFile(path + ".yaml", YamlWriter.write(new Mapping(entries, "")));
    }

    /** Keys that were adopted or made stand where a hand would have written them. */
    private static Node keyFirst(Node node) {
        return switch (node) {
            case Mapping(Map<String, Node> entries, String place) -> {
                var ordered = new LinkedHashMap<String, Node>();
                if (entries.get("key") instanceof Scalar key) {
                    ordered.put("key", key);
                }
                entries.forEach((name, entry) -> ordered.putIfAbsent(name, keyFirst(entry)));
                yield new Mapping(ordered, place);
            }
            case Listing(List<Node> items, String place) ->
                    new Listing(items.stream().map(LayerWriter::keyFirst).toList(), place);
            case Scalar scalar -> scalar;
            case Node.Nothing nothing -> nothing;
            case Node.Broken broken -> broken;
        };
    }
}
