package org.entente.metadata.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a definition as it was written, with its place: {@code model/contract.yaml:12} in a
 * file, a JSON pointer in a request. What stands under a keyword has the place of the keyword.
 */
public sealed interface Node {

    /** Where it was written. */
    String place();

    /**
     * A single value.
     *
     * @param value a {@link String}, a {@link Boolean} or a {@link java.math.BigDecimal}
     */
    record Scalar(Object value, String place) implements Node {}

    /** Several in order. */
    record Listing(List<Node> items, String place) implements Node {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /** Named ones, in the order in which they were written. */
    record Mapping(Map<String, Node> entries, String place) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** Nothing yet. */
        static Mapping empty(String place) {
            return new Mapping(Map.of(), place);
        }

        /** The same with one entry put in place, at the end when it is new. */
        Mapping with(String name, Node node) {
            var changed = new LinkedHashMap<>(entries);
            changed.put(name, node);
            return new Mapping(changed, place);
        }

        /** The same without one entry. */
        Mapping without(String name) {
            var changed = new LinkedHashMap<>(entries);
            changed.remove(name);
            return new Mapping(changed, place);
        }

        /** What stands under a name when it is a mapping itself, else an empty one. */
        Mapping mapping(String name) {
            return entries.get(name) instanceof Mapping mapping ? mapping : empty(place);
        }
    }

    /** Nothing stands where something was expected. */
    record Nothing(String place) implements Node {}

    /** Something unfit stood here; its problem is already told. No model comes of it. */
    record Broken(String place) implements Node {}
}
