package org.entente.metadata.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.Syntax.Symbol;
import org.entente.metadata.expression.TypedExpression.Conditional;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.IsNull;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Membership;
import org.entente.metadata.expression.TypedExpression.Not;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;

/** Gives operators their meaning by the types of what they stand between. */
final class Operators {

    private static final String CANNOT_COMPARE = "cannot_compare";

    private final Findings findings;
    private final Contexts contexts;

    Operators(Findings findings, Contexts contexts) {
        this.findings = findings;
        this.contexts = contexts;
    }

    /** {@code x == y} and {@code x != y}; beside the word null it is a test. */
    Optional<TypedExpression> equality(
            boolean equal, TypedExpression left, TypedExpression right, int position) {
        if (isNull(left) || isNull(right)) {
            var test = contexts.at(position, new IsNull(isNull(right) ? left : right));
            return Optional.of(equal ? test : contexts.at(position, new Not(test)));
        }
        return sameType(List.of(left, right), position, CANNOT_COMPARE)
                .map(both ->
                        operation(
                                equal ? Function.EQUAL : Function.NOT_EQUAL,
                                both,
                                Simple.BOOLEAN,
                                position));
    }

    private static boolean isNull(TypedExpression expression) {
        return expression instanceof Literal(var value, _) && value == null;
    }

    /** {@code x < y} and its like. */
    Optional<TypedExpression> order(
            Function function, List<TypedExpression> operands, int position) {
        return ordered(operands, position, CANNOT_COMPARE)
                .map(both -> operation(function, both, Simple.BOOLEAN, position));
    }

    /** Operands of one type that has an order. */
    Optional<List<TypedExpression>> ordered(
            List<TypedExpression> operands, int position, String reason) {
        return sameType(operands, position, reason)
                .filter(settled -> {
                    var type = settled.getFirst().type();
                    if (Types.isOrdered(type)) {
                        return true;
                    }
                    findings.type("not_ordered", position, Map.of("found", Types.word(type)));
                    return false;
                });
    }

    /** Operands brought to one type; nothing telling it is a problem, save for parameters. */
    Optional<List<TypedExpression>> sameType(
            List<TypedExpression> operands, int position, String reason) {
        return contexts.common(operands, position, reason)
                .flatMap(type -> settled(operands, type, position));
    }

    private Optional<List<TypedExpression>> settled(
            List<TypedExpression> operands, ValueType type, int position) {
        if (type == Simple.NULL) {
            reportUnknown(operands, position);
            return Optional.empty();
        }
        return contexts.allAs(operands, type);
    }

    private void reportUnknown(List<TypedExpression> operands, int position) {
        for (var operand : operands) {
            if (operand instanceof Input(_, var name, _)) {
                findings.type(
                        "parameter_type_unknown", contexts.place(operand), Map.of("name", name));
                return;
            }
        }
        findings.type("type_unknown", position, Map.of());
    }

    /** {@code + - * / %} on numbers, texts, date-times and durations. */
    Optional<TypedExpression> arithmetic(
            Symbol symbol, TypedExpression left, TypedExpression right, int position) {
        if (!contexts.isSimple(left) || !contexts.isSimple(right)) {
            return Optional.empty();
        }
        var moment = symbol == Symbol.PLUS || symbol == Symbol.MINUS;
        if (moment && (isMoment(left) || isMoment(right))) {
            return moments(symbol, left, right, position);
        }
        if (symbol == Symbol.PLUS && joinsTexts(left, right)) {
            return contexts.allAs(List.of(left, right), Simple.TEXT)
                    .map(texts -> operation(Function.CONCAT, texts, Simple.TEXT, position));
        }
        return numbers(symbol, left, right, position);
    }

    private static boolean isMoment(TypedExpression expression) {
        return expression.type() == Simple.DATE_TIME || expression.type() == Simple.DURATION;
    }

    private static boolean joinsTexts(TypedExpression left, TypedExpression right) {
        var one = left.type() == Simple.TEXT;
        var other = right.type() == Simple.TEXT;
        return (one && other)
                || (one && Contexts.isOpen(right))
                || (other && Contexts.isOpen(left));
    }

    private Optional<TypedExpression> numbers(
            Symbol symbol, TypedExpression left, TypedExpression right, int position) {
        if (!couldBeNumber(left) || !couldBeNumber(right)) {
            return cannot(symbol, left, right, position);
        }
        var type = contexts.common(List.of(left, right), position, "cannot_calculate");
        if (type.filter(found -> found == Simple.TEXT).isPresent()) {
            return cannot(symbol, left, right, position);
        }
        return type.map(found -> symbol == Symbol.OVER ? Simple.DECIMAL : found)
                .flatMap(found -> settled(List.of(left, right), found, position))
                .map(both -> operation(function(symbol), both, numeric(symbol, both), position));
    }

    private static boolean couldBeNumber(TypedExpression expression) {
        return Types.isNumber(expression.type()) || Contexts.isOpen(expression);
    }

    private static ValueType numeric(Symbol symbol, List<TypedExpression> operands) {
        var whole = operands.stream().allMatch(one -> one.type() == Simple.INTEGER);
        return whole && symbol != Symbol.OVER ? Simple.INTEGER : Simple.DECIMAL;
    }

    private static Function function(Symbol symbol) {
        return switch (symbol) {
            case PLUS -> Function.ADD;
            case MINUS -> Function.SUBTRACT;
            case TIMES -> Function.MULTIPLY;
            case OVER -> Function.DIVIDE;
            case REMAINDER -> Function.REMAINDER;
            case LESS -> Function.LESS;
            case LESS_OR_EQUAL -> Function.LESS_OR_EQUAL;
            case GREATER -> Function.GREATER;
            case GREATER_OR_EQUAL -> Function.GREATER_OR_EQUAL;
            case EQUAL, NOT_EQUAL, NEGATE, AND, OR, NOT, CONDITIONAL, IN ->
                    throw new IllegalArgumentException("not a function of two: " + symbol);
        };
    }

    /** The comparison that a symbol means. */
    static Function comparison(Symbol symbol) {
        return function(symbol);
    }

    private Optional<TypedExpression> moments(
            Symbol symbol, TypedExpression left, TypedExpression right, int position) {
        var plus = symbol == Symbol.PLUS;
        if (left.type() == Simple.DATE_TIME && isDuration(right)) {
            var function = plus ? Function.ADD_DURATION : Function.SUBTRACT_DURATION;
            return shifted(function, left, right, position);
        }
        if (plus && left.type() == Simple.DURATION && isDateTime(right)) {
            return shifted(Function.ADD_DURATION, right, left, position);
        }
        if (right.type() == Simple.DURATION && isDateTime(left)) {
            var function = plus ? Function.ADD_DURATION : Function.SUBTRACT_DURATION;
            return shifted(function, left, right, position);
        }
        if (!plus && isDateTime(left) && isDateTime(right)) {
            return contexts.allAs(List.of(left, right), Simple.DATE_TIME)
                    .map(both -> operation(Function.ELAPSED, both, Simple.DURATION, position));
        }
        return cannot(symbol, left, right, position);
    }

    private static boolean isDuration(TypedExpression expression) {
        return expression.type() == Simple.DURATION
                || (Contexts.isOpen(expression) && expression.type() == Simple.NULL);
    }

    private static boolean isDateTime(TypedExpression expression) {
        return expression.type() == Simple.DATE_TIME || Contexts.isOpen(expression);
    }

    private Optional<TypedExpression> shifted(
            Function function, TypedExpression moment, TypedExpression by, int position) {
        var from = contexts.as(moment, Simple.DATE_TIME);
        var length = contexts.as(by, Simple.DURATION);
        return from.flatMap(a ->
                length.map(b -> operation(function, List.of(a, b), Simple.DATE_TIME, position)));
    }

    private Optional<TypedExpression> cannot(
            Symbol symbol, TypedExpression left, TypedExpression right, int position) {
        findings.type(
                "cannot_calculate",
                position,
                Map.of(
                        "operator",
                        symbol.text(),
                        "left",
                        Types.word(left.type()),
                        "right",
                        Types.word(right.type())));
        return Optional.empty();
    }

    /** {@code -x}. */
    Optional<TypedExpression> negate(TypedExpression operand, int position) {
        if (!Types.isNumber(operand.type())) {
            return contexts.as(operand, Simple.DECIMAL)
                    .map(number ->
                            operation(Function.NEGATE, List.of(number), Simple.DECIMAL, position));
        }
        return Optional.of(operation(Function.NEGATE, List.of(operand), operand.type(), position));
    }

    /** {@code c ? a : b}; what is open in both branches stays open. */
    Optional<TypedExpression> conditional(
            TypedExpression condition, TypedExpression then, TypedExpression otherwise, int at) {
        var test = contexts.as(condition, Simple.BOOLEAN);
        var type = contexts.common(List.of(then, otherwise), at, "branches_differ");
        if (test.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        if (Contexts.isOpen(then) && Contexts.isOpen(otherwise)) {
            return Optional.of(
                    contexts.at(at, new Conditional(test.get(), then, otherwise, type.get())));
        }
        var one = contexts.as(then, type.get());
        var other = contexts.as(otherwise, type.get());
        return one.flatMap(a ->
                other.map(b -> contexts.at(at, new Conditional(test.get(), a, b, type.get()))));
    }

    /** {@code x in [a, b]}: the item comes first among the operands. */
    Optional<TypedExpression> membership(List<TypedExpression> operands, int position) {
        return sameType(operands, position, CANNOT_COMPARE)
                .map(settled ->
                        contexts.at(
                                position,
                                new Membership(
                                        settled.getFirst(), settled.subList(1, settled.size()))));
    }

    /** {@code x in list}, where a field holds the list. */
    Optional<TypedExpression> has(
            TypedExpression list, Several type, TypedExpression item, int position) {
        return contexts.isSimple(item)
                ? contexts.as(item, type.of())
                        .map(one ->
                                operation(
                                        Function.HAS, List.of(list, one), Simple.BOOLEAN, position))
                : Optional.empty();
    }

    private TypedExpression operation(
            Function function, List<TypedExpression> arguments, ValueType type, int position) {
        return contexts.at(position, new Operation(function, arguments, type));
    }
}
