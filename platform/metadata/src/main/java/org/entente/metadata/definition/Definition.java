package org.entente.metadata.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.definition.Node.Broken;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.Text;

/**
 * One definition while layers are laid upon each other: what it says itself, and the definitions
 * within it. Its rank, source and place are those of the layer that defined it first.
 */
final class Definition {

    /** What is defined, and which kinds of definitions stand within it. */
    enum Kind {
        ENTITY,
        TRAIT,
        ROLE,
        FIELD,
        RULE,
        VIEW,
        OPTION,
        LAYOUT;

        /** Sections of definitions within, by name. */
        Map<String, Kind> sections() {
            return switch (this) {
                case ENTITY -> Map.of("fields", FIELD, "rules", RULE, "views", VIEW);
                case TRAIT -> Map.of("fields", FIELD);
                case FIELD -> Map.of("options", OPTION);
                case ROLE, RULE, VIEW, OPTION, LAYOUT -> Map.of();
            };
        }
    }

    private final Kind kind;
    private final String name;
    private final String path;
    private final Layer layer;
    private final String place;
    private final Map<String, Node> attributes = new LinkedHashMap<>();
    private final Map<String, Map<String, Definition>> within = new HashMap<>();
    private boolean broken;

    Definition(Kind kind, String path, Layer layer, String place) {
        this.kind = kind;
        this.name = path.substring(path.lastIndexOf('/') + 1);
        this.path = path;
        this.layer = layer;
        this.place = place;
    }

    /** The same under another path with another key: a trait's field as an entity has it. */
    Definition copy(String path, String key) {
        var copy = new Definition(kind, path, layer, place);
        copy.attributes.putAll(attributes);
        copy.attributes.put("key", new Scalar(key, place));
        copy.broken = broken;
        within.forEach((section, definitions) ->
                definitions.forEach((name, part) ->
                        copy.within(section)
                                .put(
                                        name,
                                        part.copy(path + "/" + section + "/" + name, part.key()))));
        return copy;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String path() {
        return path;
    }

    Rank rank() {
        return layer.rank();
    }

    String source() {
        return layer.source();
    }

    String place() {
        return place;
    }

    Map<String, Node> attributes() {
        return attributes;
    }

    Map<String, Definition> within(String section) {
        return within.computeIfAbsent(section, s -> new LinkedHashMap<>());
    }

    /** Whether something of its own was refused, so that what it says is not to be relied on. */
    boolean broken() {
        return broken || attributes.values().stream().anyMatch(ShapeCheck::hasBroken);
    }

    void markBroken() {
        broken = true;
    }

    /** The key that it says, else one that follows from where it was defined first. */
    String key() {
        return text("key").orElseGet(() -> Keys.derived(layer.source(), path));
    }

    /** Where an attribute stands, or the definition when it is not there. */
    String place(String attribute) {
        var node = attributes.get(attribute);
        return node == null ? place : node.place();
    }

    /** A scalar as text; numbers without exponent. */
    Optional<String> text(String attribute) {
        return attributes.get(attribute) instanceof Scalar(Object value, String at)
                ? Optional.of(asText(value))
                : Optional.empty();
    }

    static String asText(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    boolean flag(String attribute) {
        return attributes.get(attribute) instanceof Scalar(Object value, String at)
                && value.equals(true);
    }

    int whole(String attribute, int otherwise) {
        return attributes.get(attribute) instanceof Scalar(BigDecimal value, String at)
                ? value.intValue()
                : otherwise;
    }

    Optional<Text> localized(String attribute) {
        var node = attributes.get(attribute);
        return node == null ? Optional.empty() : localized(node);
    }

    static Optional<Text> localized(Node node) {
        return switch (node) {
            case Scalar(Object value, String at) -> Optional.of(Text.of(value.toString()));
            case Mapping(Map<String, Node> entries, String at) when !entries.isEmpty() -> {
                var byLanguage = new HashMap<String, String>();
                entries.forEach((language, text) -> {
                    if (text instanceof Scalar(Object value, String where)) {
                        byLanguage.put(language, value.toString());
                    }
                });
                yield byLanguage.isEmpty() ? Optional.empty() : Optional.of(new Text(byLanguage));
            }
            default -> Optional.empty();
        };
    }

    /** The scalars of a list, each with its place. */
    List<Scalar> items(String attribute) {
        var node = attributes.get(attribute);
        return node == null ? List.of() : items(node);
    }

    static List<Scalar> items(Node node) {
        var scalars = new ArrayList<Scalar>();
        if (node instanceof Listing(List<Node> items, String at)) {
            for (var item : items) {
                if (item instanceof Scalar scalar) {
                    scalars.add(scalar);
                }
            }
        }
        return scalars;
    }

    /** The parts of a list, each with its place. */
    List<Node> nodes(String attribute) {
        return attributes.get(attribute) instanceof Listing(List<Node> items, String at)
                ? items.stream().filter(item -> !(item instanceof Broken)).toList()
                : List.of();
    }
}
