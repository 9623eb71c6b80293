package org.entente.metadata.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.metadata.expression.TypedExpression.Coalesce;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.spi.ProblemCode;

/** Gives calls their meaning. A function may be written {@code f(a, b)} or {@code a.f(b)}. */
final class Calls {

    /** A function whose arguments and result have one type each. */
    private record Plain(Function function, List<ValueType> arguments, ValueType result) {}

    private static final Map<String, Plain> PLAIN =
            Map.ofEntries(
                    plain("lower", Function.LOWER, Simple.TEXT, Simple.TEXT),
                    plain("upper", Function.UPPER, Simple.TEXT, Simple.TEXT),
                    plain("trim", Function.TRIM, Simple.TEXT, Simple.TEXT),
                    plain("fold", Function.FOLD, Simple.TEXT, Simple.TEXT),
                    plain("size", Function.SIZE, Simple.INTEGER, Simple.TEXT),
                    plain("number", Function.TO_NUMBER, Simple.DECIMAL, Simple.TEXT),
                    plain("contains", Function.CONTAINS, Simple.BOOLEAN, Simple.TEXT, Simple.TEXT),
                    plain(
                            "startsWith",
                            Function.STARTS_WITH,
                            Simple.BOOLEAN,
                            Simple.TEXT,
                            Simple.TEXT),
                    plain("endsWith", Function.ENDS_WITH, Simple.BOOLEAN, Simple.TEXT, Simple.TEXT),
                    plain("addDays", Function.ADD_DAYS, Simple.DATE, Simple.DATE, Simple.INTEGER),
                    plain(
                            "addMonths",
                            Function.ADD_MONTHS,
                            Simple.DATE,
                            Simple.DATE,
                            Simple.INTEGER),
                    plain(
                            "daysBetween",
                            Function.DAYS_BETWEEN,
                            Simple.INTEGER,
                            Simple.DATE,
                            Simple.DATE));

    private static final Map<String, Function> STARTS =
            Map.of(
                    "startOfDay", Function.START_OF_DAY,
                    "startOfWeek", Function.START_OF_WEEK,
                    "startOfMonth", Function.START_OF_MONTH,
                    "startOfQuarter", Function.START_OF_QUARTER,
                    "startOfYear", Function.START_OF_YEAR);

    /** The others, with the least and the greatest number of their arguments. */
    private static final Map<String, List<Integer>> SPECIAL =
            new TreeMap<>(
                    Map.of(
                            "round", List.of(1, 2),
                            "abs", List.of(1, 1),
                            "min", List.of(2, 100),
                            "max", List.of(2, 100),
                            "coalesce", List.of(1, 100),
                            "text", List.of(1, 1),
                            "date", List.of(1, 1),
                            "date_time", List.of(1, 1),
                            "duration", List.of(1, 1)));

    private final Findings findings;
    private final Contexts contexts;
    private final Operators operators;

    Calls(Findings findings, Contexts contexts, Operators operators) {
        this.findings = findings;
        this.contexts = contexts;
        this.operators = operators;
    }

    private static Map.Entry<String, Plain> plain(
            String name, Function function, ValueType result, ValueType... arguments) {
        return Map.entry(name, new Plain(function, List.of(arguments), result));
    }

    /** Whether a call can have a meaning at all; if not, that is reported. */
    boolean isKnown(Syntax.Call call) {
        var name = call.function();
        var count = call.arguments().size();
        if (PLAIN.containsKey(name)) {
            var expected = PLAIN.get(name).arguments().size();
            return counted(call, count == expected, expected, expected);
        }
        if (STARTS.containsKey(name)) {
            return counted(call, count == 1, 1, 1);
        }
        var range = SPECIAL.get(name);
        if (range != null) {
            var fits = count >= range.getFirst() && count <= range.getLast();
            return counted(call, fits, range.getFirst(), range.getLast());
        }
        findings.report(
                ProblemCode.UNKNOWN_FUNCTION,
                "unknown_function",
                call.position(),
                Map.of("name", name, "options", Nearest.to(name, names())));
        return false;
    }

    private boolean counted(Syntax.Call call, boolean fits, int least, int most) {
        if (!fits) {
            findings.type(
                    "wrong_number_of_arguments",
                    call.position(),
                    Map.of(
                            "name",
                            call.function(),
                            "least",
                            least,
                            "most",
                            most,
                            "found",
                            call.arguments().size()));
        }
        return fits;
    }

    private static Set<String> names() {
        var names = new TreeMap<String, Object>(PLAIN);
        names.putAll(STARTS);
        names.putAll(SPECIAL);
        for (var list : List.of("exists", "all", "filter", "map", "sum", "avg")) {
            names.put(list, list);
        }
        return names.keySet();
    }

    /** The meaning of a call that {@link #isKnown}. */
    Optional<TypedExpression> bind(String name, List<TypedExpression> arguments, int position) {
        if (arguments.getFirst().type() instanceof Several list) {
            return ofSeveral(name, list, arguments, position);
        }
        if (!arguments.stream().allMatch(contexts::isSimple)) {
            return Optional.empty();
        }
        var plain = PLAIN.get(name);
        if (plain != null) {
            return plain(plain, arguments, position);
        }
        var start = STARTS.get(name);
        if (start != null) {
            return startOf(start, arguments.getFirst(), position);
        }
        return switch (name) {
            case "round" -> round(arguments, position);
            case "abs" -> abs(arguments.getFirst(), position);
            case "min" -> extreme(Function.MIN, arguments, position);
            case "max" -> extreme(Function.MAX, arguments, position);
            case "coalesce" -> coalesce(arguments, position);
            case "text" -> text(arguments.getFirst(), position);
            case "date" -> date(arguments.getFirst(), position);
            case "date_time" -> dateTime(arguments.getFirst());
            case "duration" -> duration(arguments.getFirst(), position);
            default -> throw new IllegalStateException("a known function without a meaning");
        };
    }

    private Optional<TypedExpression> ofSeveral(
            String name, Several list, List<TypedExpression> arguments, int position) {
        return switch (name) {
            case "size" -> operation(Function.LENGTH, arguments, Simple.INTEGER, position);
            case "contains" ->
                    operators.has(arguments.getFirst(), list, arguments.getLast(), position);
            default -> {
                contexts.isSimple(arguments.getFirst());
                yield Optional.empty();
            }
        };
    }

    private Optional<TypedExpression> plain(
            Plain plain, List<TypedExpression> arguments, int position) {
        var settled = new java.util.ArrayList<TypedExpression>();
        for (var i = 0; i < arguments.size(); i++) {
            contexts.as(arguments.get(i), plain.arguments().get(i)).ifPresent(settled::add);
        }
        return settled.size() == arguments.size()
                ? operation(plain.function(), settled, plain.result(), position)
                : Optional.empty();
    }

    private Optional<TypedExpression> startOf(
            Function function, TypedExpression argument, int position) {
        return day(argument)
                .flatMap(day -> operation(function, List.of(day), Simple.DATE, position));
    }

    /** A date, or a date-time whose date in the tenant's zone is meant. */
    private Optional<TypedExpression> day(TypedExpression argument) {
        return argument.type() == Simple.DATE_TIME
                ? Optional.of(argument)
                : contexts.as(argument, Simple.DATE);
    }

    private Optional<TypedExpression> round(List<TypedExpression> arguments, int position) {
        var number = number(arguments.getFirst());
        if (arguments.size() == 1) {
            var none = contexts.at(position, new Literal(BigDecimal.ZERO, Simple.INTEGER));
            return number.flatMap(
                    x -> operation(Function.ROUND, List.of(x, none), Simple.INTEGER, position));
        }
        var decimals = contexts.as(arguments.getLast(), Simple.INTEGER);
        return number.flatMap(x ->
                decimals.flatMap(
                        n -> operation(Function.ROUND, List.of(x, n), x.type(), position)));
    }

    private Optional<TypedExpression> number(TypedExpression argument) {
        return argument.type() == Simple.INTEGER
                ? Optional.of(argument)
                : contexts.as(argument, Simple.DECIMAL);
    }

    private Optional<TypedExpression> abs(TypedExpression argument, int position) {
        return number(argument)
                .flatMap(x -> operation(Function.ABS, List.of(x), x.type(), position));
    }

    private Optional<TypedExpression> extreme(
            Function function, List<TypedExpression> arguments, int position) {
        return operators
                .ordered(arguments, position, "arguments_differ")
                .flatMap(settled -> operation(function, settled, widest(settled), position));
    }

    private static ValueType widest(List<TypedExpression> settled) {
        var decimal = settled.stream().anyMatch(one -> one.type() == Simple.DECIMAL);
        return decimal ? Simple.DECIMAL : settled.getFirst().type();
    }

    private Optional<TypedExpression> coalesce(List<TypedExpression> arguments, int position) {
        var type = contexts.common(arguments, position, "arguments_differ");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (arguments.stream().allMatch(Contexts::isOpen)) {
            return Optional.of(contexts.at(position, new Coalesce(arguments, type.get())));
        }
        return contexts.allAs(arguments, type.get())
                .map(settled -> contexts.at(position, new Coalesce(settled, type.get())));
    }

    private Optional<TypedExpression> text(TypedExpression argument, int position) {
        return switch (argument.type()) {
            case Simple.TEXT -> contexts.as(argument, Simple.TEXT);
            case Simple.BOOLEAN, Simple.INTEGER, Simple.DECIMAL, Simple.DATE, Simple.DATE_TIME ->
                    operation(Function.TO_TEXT, List.of(argument), Simple.TEXT, position);
            case Choice _ -> operation(Function.TO_TEXT, List.of(argument), Simple.TEXT, position);
            case Simple _, ToEntity _, ToTrait _, Several _ -> noText(argument);
        };
    }

    private Optional<TypedExpression> noText(TypedExpression argument) {
        var found = Types.word(argument.type());
        findings.type("has_no_text", contexts.place(argument), Map.of("found", found));
        return Optional.empty();
    }

    private Optional<TypedExpression> date(TypedExpression argument, int position) {
        if (argument.type() == Simple.DATE_TIME) {
            return operation(Function.TO_DATE, List.of(argument), Simple.DATE, position);
        }
        return contexts.as(argument, Simple.DATE);
    }

    private Optional<TypedExpression> dateTime(TypedExpression argument) {
        return contexts.as(argument, Simple.DATE_TIME);
    }

    private Optional<TypedExpression> duration(TypedExpression argument, int position) {
        if (!(argument instanceof Literal(var value, var type)) || type != Simple.TEXT) {
            return argument instanceof Input || argument.type() == Simple.DURATION
                    ? contexts.as(argument, Simple.DURATION)
                    : needsConstant(argument);
        }
        var read = Constants.duration(String.valueOf(value));
        if (read.isEmpty()) {
            findings.type(
                    "not_readable_as",
                    contexts.place(argument),
                    Map.of("expected", "duration", "found", String.valueOf(value)));
        }
        return read.map(found -> contexts.at(position, new Literal(found, Simple.DURATION)));
    }

    private Optional<TypedExpression> needsConstant(TypedExpression argument) {
        findings.type(
                "needs_constant",
                contexts.place(argument),
                Map.of("expected", "duration", "found", Types.word(argument.type())));
        return Optional.empty();
    }

    private Optional<TypedExpression> operation(
            Function function, List<TypedExpression> arguments, ValueType type, int position) {
        return Optional.of(contexts.at(position, new Operation(function, arguments, type)));
    }
}
