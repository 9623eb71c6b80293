package org.entente.metadata.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.entente.metadata.expression.Bounds.Excess;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Coalesce;
import org.entente.metadata.expression.TypedExpression.Conditional;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.IsNull;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Logic;
import org.entente.metadata.expression.TypedExpression.Membership;
import org.entente.metadata.expression.TypedExpression.Not;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.model.FieldType;

/**
 * How long the values of an expression can become, told from what its fields can hold. Neither
 * arithmetic nor the joining of texts has a limit of its own, so here is theirs.
 */
final class Sizes {

    private static final Size NOTHING = Size.number(0, 0);
    private static final Size COUNT = Size.number(19, 0);
    private static final Size NUMBER = Size.number(38, 20);
    private static final Size LONG_TEXT = Size.text(100_000);
    private static final Size LINE = Size.text(10_000).or(NUMBER);
    private static final int DIVISION_SCALE = 18;
    private static final int WIDEST_ROUNDING = 40;
    private static final int LONGEST_STAND_IN = 3;
    private static final int LONGEST_WORD = 100;
    private static final int SIGN_AND_POINT = 2;

    private final Consumer<Excess> excess;

    Sizes(Consumer<Excess> excess) {
        this.excess = excess;
    }

    /**
     * The longest that a value can be.
     *
     * @param text in code points
     * @param foldable those that folding may replace by several
     * @param whole digits before the point
     * @param decimals digits behind it
     */
    record Size(long text, long foldable, long whole, long decimals) {

        static Size text(long length) {
            return new Size(length, length, 0, 0);
        }

        static Size number(long whole, long decimals) {
            return new Size(0, 0, whole, decimals);
        }

        Size or(Size other) {
            return new Size(
                    Math.max(text, other.text),
                    Math.max(foldable, other.foldable),
                    Math.max(whole, other.whole),
                    Math.max(decimals, other.decimals));
        }

        Size longer(long by) {
            return new Size(text, foldable, whole + by, decimals);
        }
    }

    Size of(TypedExpression expression) {
        var parts = Tree.parts(expression).stream().map(this::of).toList();
        var size =
                switch (expression) {
                    case Literal literal -> literal(literal);
                    case Input _, Alias _ -> LONG_TEXT.or(NUMBER);
                    case Path path -> field(path.field().type());
                    case Operation operation -> operation(operation, parts);
                    case Conditional _, Coalesce _ -> largest(parts);
                    case Summary summary -> summary(summary, parts);
                    case Self _, Logic _, Not _, IsNull _, Membership _ -> NOTHING;
                };
        if (size.text() > Bounds.LONGEST_TEXT) {
            excess.accept(new Excess(expression, "text_too_long", Bounds.LONGEST_TEXT));
        }
        if (size.whole() + size.decimals() > Bounds.MOST_DIGITS) {
            excess.accept(new Excess(expression, "number_too_long", Bounds.MOST_DIGITS));
        }
        return size;
    }

    private static Size largest(List<Size> parts) {
        return parts.stream().reduce(NOTHING, Size::or);
    }

    private static Size literal(Literal literal) {
        return switch (literal.value()) {
            case String text ->
                    new Size(text.length(), text.chars().filter(c -> c > 0x7F).count(), 0, 0);
            case BigDecimal number ->
                    Size.number(
                            Math.max(1, number.precision() - number.scale()),
                            Math.max(0, number.scale()));
            case null, default -> NOTHING;
        };
    }

    private static Size field(FieldType type) {
        return switch (type) {
            case FieldType.TextType(var max) -> Size.text(max);
            case FieldType.LongTextType _ -> LONG_TEXT;
            case FieldType.IntegerType _ -> COUNT;
            case FieldType.DecimalType(var precision, var scale) ->
                    Size.number(Math.max(1, precision - scale), scale);
            // What it comes from is put in its place, and judged there.
            case FieldType.Computed _ -> NOTHING;
            case FieldType _ -> LINE;
        };
    }

    private static Size summary(Summary summary, List<Size> parts) {
        return switch (summary.by()) {
            case EXISTS, ALL -> NOTHING;
            case SIZE -> COUNT;
            case SUM -> parts.getLast().longer(COUNT.whole());
            case AVG -> parts.getLast().longer(COUNT.whole()).or(Size.number(0, DIVISION_SCALE));
            case MIN, MAX -> parts.getLast();
        };
    }

    private static Size operation(Operation operation, List<Size> parts) {
        var function = operation.function();
        return switch (function) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, NEGATE, ROUND, ABS, TO_DECIMAL ->
                    number(function, parts.getFirst(), parts.getLast());
            case CONCAT, FOLD, TO_TEXT -> text(function, parts.getFirst(), parts.getLast());
            case MIN, MAX, LOWER, UPPER, TRIM -> largest(parts);
            case TO_NUMBER -> NUMBER;
            case SIZE, LENGTH, DAYS_BETWEEN, YEAR, MONTH, DAY, WEEKDAY -> COUNT;
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> NOTHING;
            case CONTAINS, STARTS_WITH, ENDS_WITH, HAS -> NOTHING;
            case ADD_DAYS, ADD_MONTHS, TO_DATE -> NOTHING;
            case ADD_DURATION, SUBTRACT_DURATION, ELAPSED, START_OF_DAY, START_OF_WEEK -> NOTHING;
            case START_OF_MONTH, START_OF_QUARTER, START_OF_YEAR -> NOTHING;
        };
    }

    private static Size number(Function function, Size one, Size other) {
        return switch (function) {
            case ADD, SUBTRACT -> one.or(other).longer(1);
            case MULTIPLY ->
                    Size.number(one.whole() + other.whole(), one.decimals() + other.decimals());
            case DIVIDE -> Size.number(one.whole() + other.decimals() + 1, DIVISION_SCALE);
            case REMAINDER -> one.or(other);
            case ROUND -> Size.number(one.whole() + 1, WIDEST_ROUNDING);
            default -> one;
        };
    }

    private static Size text(Function function, Size one, Size other) {
        return switch (function) {
            case CONCAT ->
                    new Size(one.text() + other.text(), one.foldable() + other.foldable(), 0, 0);
            case FOLD -> new Size(one.text() + (LONGEST_STAND_IN - 1) * one.foldable(), 0, 0, 0);
            default -> {
                var digits = one.whole() + one.decimals() + SIGN_AND_POINT;
                yield new Size(Math.max(LONGEST_WORD, one.text() + digits), one.foldable(), 0, 0);
            }
        };
    }
}
