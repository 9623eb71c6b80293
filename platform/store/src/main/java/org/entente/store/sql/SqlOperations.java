package org.entente.store.sql;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.entente.metadata.expression.Blanks;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** One template for each operation; each argument stands in it once. */
final class SqlOperations {

    private static final BigDecimal WIDEST = BigDecimal.valueOf(40);

    /**
     * In a list that comes with the question, in a form that an index over the item serves. Nobody
     * is beside nobody, so that nothing is in an empty list and null in none is null all the same.
     */
    private static final String ONE_OF =
            "({1} = any({0} || cast('00000000-0000-0000-0000-000000000000' as uuid)))";

    private final ExpressionRenderer renderer;
    private final SqlDates dates;

    SqlOperations(ExpressionRenderer renderer, ZoneId zone) {
        this.renderer = renderer;
        this.dates = new SqlDates(zone);
    }

    Field<?> render(Operation operation) {
        var arguments = operation.arguments();
        return switch (operation.function()) {
            case EQUAL -> compared("=", arguments);
            case NOT_EQUAL -> compared("<>", arguments);
            case LESS -> compared("<", arguments);
            case LESS_OR_EQUAL -> compared("<=", arguments);
            case GREATER -> compared(">", arguments);
            case GREATER_OR_EQUAL -> compared(">=", arguments);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, NEGATE, ABS -> calculated(operation);
            case ROUND -> rounded(operation);
            case MIN -> extreme("entente.smaller", operation);
            case MAX -> extreme("entente.greater", operation);
            case TRIM -> trimmed(arguments.getFirst());
            case CONCAT, LOWER, UPPER, FOLD, SIZE, CONTAINS, STARTS_WITH, ENDS_WITH, TO_NUMBER ->
                    plain(operation);
            case DAYS_BETWEEN, ADD_DURATION, SUBTRACT_DURATION, ELAPSED, LENGTH -> plain(operation);
            case HAS -> has(arguments.getFirst(), arguments.getLast());
            case TO_TEXT -> toText(arguments.getFirst());
            case TO_DECIMAL -> numeric(arguments.getFirst());
            case ADD_DAYS -> shifted("entente.add_days({0}, {1})", arguments);
            case ADD_MONTHS -> shifted("entente.add_months({0}, {1})", arguments);
            case YEAR,
                    MONTH,
                    DAY,
                    WEEKDAY,
                    TO_DATE,
                    START_OF_DAY,
                    START_OF_WEEK,
                    START_OF_MONTH,
                    START_OF_QUARTER,
                    START_OF_YEAR ->
                    dates.ofDay(operation, render(arguments.getFirst()));
        };
    }

    private Field<?> render(TypedExpression expression) {
        return renderer.render(expression);
    }

    private Field<?> trimmed(TypedExpression text) {
        var blanks = SqlValues.value(Blanks.ALL, Simple.TEXT);
        return SqlValues.sql("btrim({0}, {1})", Simple.TEXT, render(text), blanks);
    }

    /** Of a constant item, in the one form that an index over lists serves. */
    private Field<?> has(TypedExpression list, TypedExpression item) {
        if (isGiven(list)) {
            return SqlValues.sql(ONE_OF, Simple.BOOLEAN, render(list), render(item));
        }
        var constant = item instanceof Literal(var value, _) && value != null;
        var template = constant ? "({0} @> array[{1}])" : "entente.has({0}, {1})";
        return SqlValues.sql(template, Simple.BOOLEAN, render(list), render(item));
    }

    private static boolean isGiven(TypedExpression list) {
        return list.type() instanceof Several(ToEntity _)
                && (list instanceof Literal || list instanceof Input);
    }

    private Field<?> compared(String operator, List<TypedExpression> sides) {
        return SqlValues.sql(
                "({0} " + operator + " {1})",
                Simple.BOOLEAN,
                render(sides.getFirst()),
                render(sides.getLast()));
    }

    private Field<?> calculated(Operation operation) {
        var template =
                switch (operation.function()) {
                    case ADD -> "({0} + {1})";
                    case SUBTRACT -> "({0} - {1})";
                    case MULTIPLY -> "({0} * {1})";
                    case DIVIDE ->
                            "round(div({0} * 10000000000000000000, nullif({1}, 0))"
                                    + " * 0.0000000000000000001, 18)";
                    case REMAINDER -> "mod({0}, nullif({1}, 0))";
                    case NEGATE -> "(- {0})";
                    case ABS -> "abs({0})";
                    default -> throw notHere(operation.function());
                };
        var parts = operation.arguments().stream().map(this::numeric).toArray(QueryPart[]::new);
        return SqlValues.sql(template, operation.type(), parts);
    }

    /** Integers are counted without bounds, as numeric. */
    private Field<?> numeric(TypedExpression expression) {
        if (expression.type() != Simple.INTEGER) {
            return render(expression);
        }
        return expression instanceof Literal literal
                ? SqlValues.value(literal.value(), Simple.DECIMAL)
                : SqlValues.sql("cast({0} as numeric)", Simple.DECIMAL, render(expression));
    }

    private Field<?> rounded(Operation operation) {
        var number = numeric(operation.arguments().getFirst());
        var places = operation.arguments().getLast();
        if (places instanceof Literal(var value, _) && value instanceof BigDecimal constant) {
            var within = constant.min(WIDEST).max(WIDEST.negate()).intValueExact();
            return SqlValues.sql(
                    "round({0}, cast({1} as integer))", operation.type(), number, DSL.val(within));
        }
        return SqlValues.sql("entente.round({0}, {1})", operation.type(), number, numeric(places));
    }

    private Field<?> extreme(String function, Operation operation) {
        var number = operation.type() == Simple.INTEGER || operation.type() == Simple.DECIMAL;
        return operation.arguments().stream()
                .<Field<?>>map(one -> number ? numeric(one) : render(one))
                .reduce((a, b) -> SqlValues.sql(function + "({0}, {1})", operation.type(), a, b))
                .orElseThrow();
    }

    private Field<?> plain(Operation operation) {
        var template =
                switch (operation.function()) {
                    case CONCAT -> "({0} || {1})";
                    case LOWER -> "lower({0})";
                    case UPPER -> "upper({0})";
                    case FOLD -> "entente.fold({0})";
                    case SIZE -> "cast(char_length({0}) as bigint)";
                    case CONTAINS -> "({0} like entente.containing({1}))";
                    case LENGTH -> "cast(cardinality({0}) as bigint)";
                    case STARTS_WITH -> "starts_with({0}, {1})";
                    case ENDS_WITH -> "starts_with(reverse({0}), reverse({1}))";
                    case TO_NUMBER -> "entente.number({0})";
                    case DAYS_BETWEEN -> "cast({1} - {0} as bigint)";
                    case ADD_DURATION -> "entente.shift({0}, {1})";
                    case SUBTRACT_DURATION -> "entente.shift({0}, - {1})";
                    case ELAPSED -> "({0} - {1})";
                    default -> throw notHere(operation.function());
                };
        var parts = operation.arguments().stream().map(this::render).toArray(QueryPart[]::new);
        return SqlValues.sql(template, operation.type(), parts);
    }

    private Field<?> shifted(String template, List<TypedExpression> arguments) {
        return SqlValues.sql(
                template, Simple.DATE, render(arguments.getFirst()), numeric(arguments.getLast()));
    }

    private Field<?> toText(TypedExpression argument) {
        return switch (argument.type()) {
            case Simple.INTEGER, Simple.DECIMAL ->
                    toText("cast(trim_scale({0}) as text)", numeric(argument));
            case Simple.DATE ->
                    toText("to_char(cast({0} as timestamp), 'YYYY-MM-DD')", render(argument));
            case Simple.DATE_TIME ->
                    toText(
                            "(rtrim(rtrim(to_char({0} at time zone 'UTC',"
                                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), '0'), '.') || 'Z')",
                            render(argument));
            case Choice(var choice) -> optionName(choice, render(argument));
            case ValueType _ -> toText("cast({0} as text)", render(argument));
        };
    }

    private static Field<?> toText(String template, Field<?> argument) {
        return SqlValues.sql(template, Simple.TEXT, argument);
    }

    /** Two arrays, so that the number of bound values does not grow with the options. */
    private static Field<?> optionName(ChoiceType choice, Field<?> key) {
        var options = choice.options().values();
        var keys = options.stream().map(FieldType.Option::key).toArray(String[]::new);
        var names = options.stream().map(FieldType.Option::name).toArray(String[]::new);
        return SqlValues.sql(
                "(cast({2} as text[]))[array_position(cast({1} as text[]), {0})]",
                Simple.TEXT, key, DSL.val(keys), DSL.val(names));
    }

    private static IllegalArgumentException notHere(Function function) {
        return new IllegalArgumentException("another template renders " + function);
    }
}
