package org.entente.metadata.definition;

import java.util.List;
import java.util.Map;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * What somebody expects of a model, as it was written: records that are given, what is done with
 * them, what must come of it.
 */
public final class Check {

    private final String name;
    private final Node written;

    private Check(String name, Node written) {
        this.name = name;
        this.written = written;
    }

    /** The checks of a layer, in the order in which they were written. */
    public static List<Check> of(Layer layer) {
        return layer.section("checks").entries().entrySet().stream()
                .map(entry -> new Check(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The sentence that says what is expected. */
    public String name() {
        return name;
    }

    /** {@code now, roles, given, when, then} as plain values. */
    public @Nullable Object plain() {
        return PlainTree.plain(written);
    }

    /** Where a part was written that a JSON pointer into the check names, or what holds it. */
    public String place(String pointer) {
        var node = written;
        for (var step : pointer.split("/", -1)) {
            node = step.isEmpty() ? node : below(node, step);
        }
        return node.place();
    }

    private static Node below(Node node, String step) {
        return switch (node) {
            case Mapping(Map<String, Node> entries, String place) ->
                    entries.getOrDefault(step, node);
            case Listing(List<Node> items, String place)
                    when step.matches("[0-9]{1,6}") && Integer.parseInt(step) < items.size() ->
                    items.get(Integer.parseInt(step));
            default -> node;
        };
    }
}
