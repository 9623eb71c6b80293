package org.entente.metadata.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.metadata.definition.Node.Broken;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Nothing;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.definition.Shape.Items;
import org.entente.metadata.definition.Shape.Keywords;
import org.entente.metadata.definition.Shape.Leaf;
import org.entente.metadata.definition.Shape.Named;
import org.entente.metadata.definition.Shape.OfField;
import org.entente.metadata.definition.Shape.Word;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * Checks what was written against its shape. The unfit parts of what comes back are {@link Broken},
 * so that nothing later takes them for left out.
 */
final class ShapeCheck {

    private final List<Problem> problems;

    ShapeCheck(List<Problem> problems) {
        this.problems = problems;
    }

    /** The layer with its unfit parts marked. */
    static Layer check(Layer layer, List<Problem> problems) {
        var root = new ShapeCheck(problems).check(layer.root(), Shapes.LAYER);
        return new Layer(
                layer.rank(),
                layer.source(),
                root instanceof Mapping mapping ? mapping : layer.root());
    }

    Node check(Node node, Shape shape) {
        if (node instanceof Broken) {
            return node;
        }
        return switch (shape) {
            case Leaf leaf -> leaf(node, leaf);
            case Word word -> word(node, word);
            case Items items -> items(node, items);
            case Named named -> named(node, named);
            case Keywords keywords -> keywords(node, keywords);
            case OfField field -> field(node);
        };
    }

    private Node leaf(Node node, Leaf leaf) {
        return switch (leaf) {
            case ANYTHING -> node;
            case LOCALIZED -> localized(node);
            default ->
                    LeafCheck.problem(node, leaf)
                            .<Node>map(problem -> refuse(node, problem))
                            .orElse(node);
        };
    }

    private Node localized(Node node) {
        if (!(node instanceof Mapping(Map<String, Node> entries, String place))
                || entries.isEmpty()) {
            return leaf(node, Leaf.TEXT);
        }
        var checked = new LinkedHashMap<String, Node>();
        entries.forEach((language, text) ->
                checked.put(
                        language,
                        Codes.isLanguage(language)
                                ? leaf(text, Leaf.TEXT)
                                : refuse(text, unknownLanguage(text, language))));
        return new Mapping(checked, place);
    }

    private static Problem unknownLanguage(Node text, String language) {
        return Problem.of(ProblemCode.INVALID_VALUE, text.place(), Map.of("language", language));
    }

    private Node word(Node node, Word word) {
        if (!(node instanceof Scalar(Object value, String place))
                || !(value instanceof String text)) {
            return leaf(node, Leaf.TEXT);
        }
        if (word.known().contains(text)) {
            return node;
        }
        return refuse(
                node,
                word.later().contains(text)
                        ? Problem.of(ProblemCode.NOT_SUPPORTED, place, Map.of("name", text))
                        : unknown(word.unknown(), node, text, word.known()));
    }

    private Node items(Node node, Items items) {
        return switch (node) {
            case Nothing(String place) -> new Listing(List.of(), place);
            case Listing(List<Node> nodes, String place) -> {
                var checked = new ArrayList<Node>();
                nodes.forEach(item -> checked.add(check(item, items.item())));
                yield new Listing(checked, place);
            }
            default -> refuse(node, wrongType(node, "list"));
        };
    }

    private Node named(Node node, Named named) {
        return switch (node) {
            case Nothing(String place) -> Mapping.empty(place);
            case Mapping(Map<String, Node> entries, String place) -> {
                var checked = new LinkedHashMap<String, Node>();
                entries.forEach((name, entry) -> checked.put(name, definition(name, entry, named)));
                yield new Mapping(checked, place);
            }
            default -> refuse(node, wrongType(node, "mapping"));
        };
    }

    private Node definition(String name, Node node, Named named) {
        var details = Map.<String, Object>of("name", name);
        if (named.names() != Named.Rule.FREE && !Names.isName(name)) {
            return refuse(node, Problem.of(ProblemCode.INVALID_NAME, node.place(), details));
        }
        if (named.names() == Named.Rule.NOT_RESERVED && Names.isReserved(name)) {
            return refuse(node, Problem.of(ProblemCode.RESERVED_NAME, node.place(), details));
        }
        return check(node, named.definition());
    }

    private Node keywords(Node node, Keywords keywords) {
        return switch (node) {
            case Nothing(String place) -> Mapping.empty(place);
            case Mapping(Map<String, Node> entries, String place) -> {
                var checked = new LinkedHashMap<String, Node>();
                entries.forEach((word, entry) -> checked.put(word, keyword(word, entry, keywords)));
                yield new Mapping(checked, place);
            }
            default -> refuse(node, wrongType(node, "mapping"));
        };
    }

    private Node keyword(String word, Node node, Keywords keywords) {
        var shape = keywords.shapes().get(word);
        if (shape != null) {
            return check(node, shape);
        }
        if (node instanceof Broken) {
            return node;
        }
        return refuse(
                node,
                keywords.later().contains(word)
                        ? Problem.of(ProblemCode.NOT_SUPPORTED, node.place(), Map.of("name", word))
                        : unknown(
                                ProblemCode.UNKNOWN_KEYWORD,
                                node,
                                word,
                                keywords.shapes().keySet()));
    }

    private Node field(Node node) {
        if (!(node instanceof Mapping mapping)) {
            return keywords(node, new Keywords(Shapes.OF_EVERY_FIELD, Set.of()));
        }
        var type = mapping.entries().get("type");
        if (type == null) {
            return keywords(node, new Keywords(Shapes.ofAnyField(), Set.of()));
        }
        var checked = word(type, Shapes.TYPE);
        if (!(checked instanceof Scalar(Object word, String place))) {
            return new Broken(node.place());
        }
        var shapes = new TreeMap<>(Shapes.OF_EVERY_FIELD);
        shapes.putAll(Shapes.FIELD_TYPES.getOrDefault(word.toString(), Map.of()));
        return keywords(node, new Keywords(shapes, Set.of()));
    }

    private Broken refuse(Node node, Problem problem) {
        problems.add(problem);
        return new Broken(node.place());
    }

    static Problem wrongType(Node node, String expected) {
        return Problem.of(ProblemCode.WRONG_TYPE, node.place(), Map.of("expected", expected));
    }

    static Problem unknown(ProblemCode code, Node node, String word, Collection<String> known) {
        var details = new HashMap<String, Object>();
        details.put("name", word);
        details.put("known", List.copyOf(new TreeSet<>(known)));
        Names.nearest(word, known).ifPresent(nearest -> details.put("did_you_mean", nearest));
        return Problem.of(code, node.place(), details);
    }

    /** Whether anything in it was refused before. */
    static boolean hasBroken(Node node) {
        return switch (node) {
            case Broken broken -> true;
            case Scalar scalar -> false;
            case Nothing nothing -> false;
            case Listing(List<Node> items, String place) ->
                    items.stream().anyMatch(ShapeCheck::hasBroken);
            case Mapping(Map<String, Node> entries, String place) ->
                    entries.values().stream().anyMatch(ShapeCheck::hasBroken);
        };
    }

    /** The whole number, when it is one. */
    static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.precision() <= 9;
    }
}
