package org.entente.metadata.definition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.metadata.definition.Node.Broken;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Nothing;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Nodes from and to the plain values of a JSON parser. */
final class PlainTree {

    private static final int MAX_DEPTH = 40;

    private final Places places;
    private final List<Problem> problems;

    private PlainTree(Places places, List<Problem> problems) {
        this.places = places;
        this.problems = problems;
    }

    /** How the place of what stands below another is written. */
    enum Places {
        /** {@code /edits/0/value/fields/due}. */
        POINTER,
        /** {@code entities/contract/fields/due}. */
        PATH;

        String below(String place, String name) {
            return switch (this) {
                case POINTER -> place + "/" + name.replace("~", "~0").replace("/", "~1");
                case PATH -> place.isEmpty() ? name : place + "/" + name;
            };
        }
    }

    /** The nodes of a plain value. */
    static Node read(@Nullable Object value, String place, Places places, List<Problem> problems) {
        return new PlainTree(places, problems).node(value, place, 0);
    }

    private Node node(@Nullable Object value, String place, int depth) {
        if (depth > MAX_DEPTH) {
            problems.add(Problem.of(ProblemCode.TOO_LARGE, place));
            return new Broken(place);
        }
        return switch (value) {
            case null -> new Nothing(place);
            case Map<?, ?> map -> mapping(map, place, depth);
            case List<?> list -> listing(list, place, depth);
            case Boolean flag -> new Scalar(flag, place);
            case String text -> Scalars.text(text, place, problems);
            case Number number -> number(number, place);
            default -> unfit(place);
        };
    }

    private Node number(Number number, String place) {
        return switch (number) {
            case BigDecimal decimal -> Scalars.number(decimal, place, problems);
            case BigInteger integer -> Scalars.number(new BigDecimal(integer), place, problems);
            case Double real when !Double.isFinite(real) -> unfit(place);
            default -> Scalars.number(new BigDecimal(number.toString()), place, problems);
        };
    }

    private Node unfit(String place) {
        problems.add(Problem.of(ProblemCode.WRONG_TYPE, place));
        return new Broken(place);
    }

    private Node mapping(Map<?, ?> map, String place, int depth) {
        var entries = new LinkedHashMap<String, Node>();
        map.forEach((key, value) -> {
            var name = String.valueOf(key);
            entries.put(name, node(value, places.below(place, name), depth + 1));
        });
        return new Mapping(entries, place);
    }

    private Node listing(List<?> list, String place, int depth) {
        var items = new ArrayList<Node>();
        for (var item : list) {
            var below = places.below(place, String.valueOf(items.size()));
            items.add(node(item, below, depth + 1));
        }
        return new Listing(items, place);
    }

    /** The plain value of a node; what is unfit becomes null, which nothing accepts. */
    static @Nullable Object plain(Node node) {
        return switch (node) {
            case Scalar(Object value, String place) -> value;
            case Nothing nothing -> null;
            case Broken broken -> null;
            case Listing(List<Node> items, String place) -> {
                var list = new ArrayList<@Nullable Object>();
                items.forEach(item -> list.add(plain(item)));
                yield list;
            }
            case Mapping mapping -> plain(mapping);
        };
    }

    /** The plain map of a mapping. */
    static Map<String, @Nullable Object> plain(Mapping mapping) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        mapping.entries().forEach((name, entry) -> map.put(name, plain(entry)));
        return map;
    }
}
