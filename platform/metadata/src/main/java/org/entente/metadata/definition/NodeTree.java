package org.entente.metadata.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.entente.metadata.definition.Node.Mapping;

/** Reads and changes what stands at a path in a tree of nodes. */
final class NodeTree {

    private NodeTree() {}

    static Optional<Node> at(Mapping root, List<String> steps) {
        var node = root.entries().get(steps.getFirst());
        if (node == null || steps.size() == 1) {
            return Optional.ofNullable(node);
        }
        return node instanceof Mapping below
                ? at(below, steps.subList(1, steps.size()))
                : Optional.empty();
    }

    /** The tree with a node at the path; what is missing on the way is made. */
    static Mapping put(Mapping root, List<String> steps, Node node) {
        var name = steps.getFirst();
        if (steps.size() == 1) {
            return root.with(name, node);
        }
        var below =
                root.entries().get(name) instanceof Mapping there
                        ? there
                        : Mapping.empty(node.place());
        return root.with(name, put(below, steps.subList(1, steps.size()), node));
    }

    /** The tree without what stands at the path, and without what is empty then on the way. */
    static Mapping remove(Mapping root, List<String> steps) {
        var name = steps.getFirst();
        if (steps.size() == 1 || !(root.entries().get(name) instanceof Mapping below)) {
            return root.without(name);
        }
        var rest = remove(below, steps.subList(1, steps.size()));
        return rest.entries().isEmpty() ? root.without(name) : root.with(name, rest);
    }

    /** The tree with another name, at the same place, for what stands at the path. */
    static Mapping rename(Mapping root, List<String> steps, String to) {
        var name = steps.getFirst();
        if (steps.size() > 1) {
            return root.entries().get(name) instanceof Mapping below
                    ? root.with(name, rename(below, steps.subList(1, steps.size()), to))
                    : root;
        }
        var renamed = new LinkedHashMap<String, Node>();
        root.entries().forEach((n, node) -> renamed.put(n.equals(name) ? to : n, node));
        return new Mapping(renamed, root.place());
    }
}
