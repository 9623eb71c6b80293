package org.entente.metadata.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.metadata.definition.Definition.Kind;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;

/** Gives definitions the keys that they will carry for ever. */
public final class KeyWriter {

    private static final Map<String, Kind> SECTIONS =
            Map.of("entities", Kind.ENTITY, "traits", Kind.TRAIT, "roles", Kind.ROLE);

    private final Supplier<String> keys;
    private final Set<String> taken;

    private KeyWriter(Supplier<String> keys, Set<String> taken) {
        this.keys = keys;
        this.taken = taken;
    }

    /**
     * The layer with a key on every entity, trait, role, field, option and view that it is the
     * first to define. A key that is there stays; what a lower layer defines keeps that key.
     *
     * @param lower the layers below
     * @param keys new keys as {@link #key} makes them; one that is taken is passed over
     */
    public static Layer complete(Layer layer, List<Layer> lower, Supplier<String> keys) {
        var taken = new HashSet<String>();
        collect(layer.root(), taken);
        lower.forEach(other -> collect(other.root(), taken));
        var writer = new KeyWriter(keys, taken);
        var root = layer.root();
        for (var section : SECTIONS.entrySet()) {
            if (root.entries().get(section.getKey()) instanceof Mapping definitions) {
                var below = lower.stream().map(other -> other.section(section.getKey())).toList();
                root =
                        root.with(
                                section.getKey(),
                                writer.all(definitions, below, section.getValue()));
            }
        }
        return new Layer(layer.rank(), layer.source(), root);
    }

    /** A key of 40 bits: {@code k} and eight letters or digits of base 32. */
    public static String key(long bits) {
        return Keys.of(bits);
    }

    /** All keys that stand in a tree. */
    static void collect(Node node, Set<String> keys) {
        switch (node) {
            case Mapping mapping ->
                    mapping.entries()
                            .forEach((name, entry) -> {
                                if (name.equals("key")
                                        && entry instanceof Scalar(Object key, String place)) {
                                    keys.add(key.toString());
                                }
                                collect(entry, keys);
                            });
            case Listing listing -> listing.items().forEach(item -> collect(item, keys));
            case Scalar scalar -> {}
            case Node.Nothing nothing -> {}
            case Node.Broken broken -> {}
        }
    }

    private Mapping all(Mapping definitions, List<Mapping> below, Kind kind) {
        var completed = new LinkedHashMap<String, Node>();
        definitions
                .entries()
                .forEach((name, node) ->
                        completed.put(
                                name,
                                node instanceof Mapping body
                                        ? one(body, named(name, below), kind)
                                        : node));
        return new Mapping(completed, definitions.place());
    }

    private static List<Mapping> named(String name, List<Mapping> below) {
        return below.stream()
                .map(definitions -> definitions.entries().get(name))
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }

    private Mapping one(Mapping body, List<Mapping> below, Kind kind) {
        var completed = body;
        for (var section : kind.sections().entrySet()) {
            if (body.entries().get(section.getKey()) instanceof Mapping parts) {
                var under = below.stream().map(other -> other.mapping(section.getKey())).toList();
                completed = completed.with(section.getKey(), all(parts, under, section.getValue()));
            }
        }
        return below.isEmpty() && !restates(body) && !body.entries().containsKey("key")
                ? withKey(completed)
                : completed;
    }

    /** A field that a trait brought is not below by its name, but says so. */
    private static boolean restates(Mapping body) {
        return body.entries().get("override") instanceof Scalar(Object value, String place)
                && value.equals(true);
    }

    private Mapping withKey(Mapping body) {
        var key = keys.get();
        while (!taken.add(key)) {
            key = keys.get();
        }
        var entries = new LinkedHashMap<String, Node>();
        entries.put("key", new Scalar(key, body.place()));
        entries.putAll(body.entries());
        return new Mapping(entries, body.place());
    }
}
