package org.entente.metadata.definition;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.definition.Shape.Leaf;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Checks single values. */
final class LeafCheck {

    private LeafCheck() {}

    /** What is wrong with a value, if anything. */
    static Optional<Problem> problem(Node node, Leaf leaf) {
        if (!(node instanceof Scalar(Object value, String place))) {
            return Optional.of(ShapeCheck.wrongType(node, expected(leaf)));
        }
        return switch (leaf) {
            case BOOLEAN -> unless(value instanceof Boolean, node, leaf);
            case WHOLE ->
                    unless(value instanceof BigDecimal n && ShapeCheck.isWhole(n), node, leaf);
            case EXPRESSION -> unless(!(value instanceof String s) || !s.isBlank(), node, leaf);
            case TEXT, LOCALIZED -> unless(value instanceof String s && !s.isBlank(), node, leaf);
            case NAME, NAME_OR_ALL, PATH, SORT, KEY -> name(node, value, leaf);
            case ANYTHING -> Optional.empty();
        };
    }

    private static Optional<Problem> unless(boolean fit, Node node, Leaf leaf) {
        return fit ? Optional.empty() : Optional.of(ShapeCheck.wrongType(node, expected(leaf)));
    }

    /** A name like {@code true} or {@code 12} comes as another kind of value, and is no name. */
    private static Optional<Problem> name(Node node, Object value, Leaf leaf) {
        var text = value.toString();
        var fit =
                switch (leaf) {
                    case NAME -> Names.isName(text);
                    case NAME_OR_ALL -> text.equals("*") || Names.isName(text);
                    case PATH -> Names.isPath(text);
                    case SORT -> Names.isPath(text.startsWith("-") ? text.substring(1) : text);
                    case KEY -> Names.isKey(text);
                    case TEXT, LOCALIZED, BOOLEAN, WHOLE, EXPRESSION, ANYTHING -> true;
                };
        return fit && value instanceof String
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                ProblemCode.INVALID_NAME,
                                node.place(),
                                Map.of("name", text, "expected", expected(leaf))));
    }

    private static String expected(Leaf leaf) {
        return switch (leaf) {
            case TEXT, LOCALIZED -> "text";
            case BOOLEAN -> "boolean";
            case WHOLE -> "whole number";
            case EXPRESSION -> "expression";
            case NAME, NAME_OR_ALL -> "name";
            case KEY -> "key";
            case PATH, SORT -> "path";
            case ANYTHING -> "anything";
        };
    }
}
