package org.entente.metadata.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entente.metadata.definition.Node.Broken;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Nothing;
import org.entente.metadata.definition.Node.Scalar;

/**
 * Lets a layer's own definitions follow when something is renamed. Expressions are not rewritten:
 * where one uses the old name, compiling tells so.
 */
final class Renaming {

    private Renaming() {}

    /** The layer with the new name wherever a definition points at the old one. */
    static Mapping follow(Mapping root, DefinitionPath path, String to) {
        return switch (path.steps().getFirst()) {
            case "entities" ->
                    path.steps().size() == 2
                            ? everywhere(root, Set.of("to", "entity"), path.name(), to)
                            : part(root, path, to);
            case "traits" ->
                    path.steps().size() == 2
                            ? everywhere(
                                    root, Set.of("to_trait", "trait", "traits"), path.name(), to)
                            : root;
            default -> root;
        };
    }

    private static Mapping everywhere(Mapping root, Set<String> keywords, String was, String to) {
        UnaryOperator<String> rename = text -> text.equals(was) ? to : text;
        var changed = new LinkedHashMap<>(root.entries());
        for (var section : List.of("entities", "traits", "roles")) {
            changed.computeIfPresent(section, (s, node) -> under(node, keywords, rename));
        }
        return new Mapping(changed, root.place());
    }

    private static Mapping part(Mapping root, DefinitionPath path, String to) {
        var whole = path.whole().orElseThrow().steps();
        if (!path.steps().get(2).equals("fields")
                || !(NodeTree.at(root, whole).orElse(root) instanceof Mapping entity)) {
            return root;
        }
        var was = path.name();
        UnaryOperator<String> rename = text -> headRenamed(text, was, to);
        var changed = new LinkedHashMap<>(entity.entries());
        changed.computeIfPresent("name", (n, node) -> texts(node, t -> t.equals(was) ? to : t));
        changed.computeIfPresent("unique", (n, node) -> texts(node, rename));
        changed.computeIfPresent(
                "views", (n, node) -> under(node, Set.of("columns", "sort"), rename));
        changed.computeIfPresent(
                "layout", (n, node) -> under(node, Set.of("highlights", "fields"), rename));
        return NodeTree.put(root, whole, new Mapping(changed, entity.place()));
    }

    /** Renames the first step of a path, which may have a minus before it. */
    private static String headRenamed(String text, String was, String to) {
        var minus = text.startsWith("-") ? "-" : "";
        var path = text.substring(minus.length());
        if (path.equals(was)) {
            return minus + to;
        }
        return path.startsWith(was + ".") ? minus + to + path.substring(was.length()) : text;
    }

    /** Renames the texts that stand under one of the keywords, however deep. */
    private static Node under(Node node, Set<String> keywords, UnaryOperator<String> rename) {
        return switch (node) {
            case Mapping mapping -> {
                var changed = new LinkedHashMap<String, Node>();
                mapping.entries()
                        .forEach((word, entry) ->
                                changed.put(
                                        word,
                                        keywords.contains(word) && !(entry instanceof Mapping)
                                                ? texts(entry, rename)
                                                : under(entry, keywords, rename)));
                yield new Mapping(changed, mapping.place());
            }
            case Listing(List<Node> items, String place) ->
                    new Listing(
                            items.stream().map(item -> under(item, keywords, rename)).toList(),
                            place);
            case Scalar scalar -> scalar;
            case Nothing nothing -> nothing;
            case Broken broken -> broken;
        };
    }

    private static Node texts(Node node, UnaryOperator<String> rename) {
        return switch (node) {
            case Scalar(Object value, String place) when value instanceof String text ->
                    new Scalar(rename.apply(text), place);
            case Listing(List<Node> items, String place) ->
                    new Listing(items.stream().map(item -> texts(item, rename)).toList(), place);
            default -> node;
        };
    }
}
