package org.entente.store.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.entente.metadata.model.Model;

/** Texts of expressions that have a meaning in a model, of every type and operation. */
final class RandomExpressions {

    /** What an expression answers. */
    enum Kind {
        BOOLEAN,
        INTEGER,
        DECIMAL,
        TEXT,
        DATE,
        DATE_TIME,
        DURATION,
        CHOICE,
        REFERENCE
    }

    private final Random random;
    private final RandomValues values;
    private final RandomNames names;
    private final RandomNames outside;
    private final int level;

    RandomExpressions(Model model, Random random) {
        this.random = random;
        this.values = new RandomValues(random);
        this.names = new RandomNames(model);
        this.outside = names;
        this.level = 0;
    }

    /** About the records of any entity, and with the functions of lists left out. */
    RandomExpressions(Model model, Random random, String entity) {
        this.random = random;
        this.values = new RandomValues(random);
        this.names = new RandomNames(model, entity);
        this.outside = names;
        this.level = 2;
    }

    /** What can be said of an item of a list, and of what is around. */
    private RandomExpressions(RandomExpressions around, RandomNames names) {
        this.random = around.random;
        this.values = around.values;
        this.names = names;
        this.outside = around.outside;
        this.level = around.level + 1;
    }

    /** A list with some of its items left out, and what can be said of one. */
    private record Several(String text, String item, RandomExpressions said) {}

    private Several several(int depth) {
        var list = values.oneOf(names.lists());
        var item = "i" + (level + 1);
        // A list that does not begin at an item may say nothing of one.
        var around = list.startsWith("i") ? names : outside;
        var said = new RandomExpressions(this, around.within(names.listed(list), item, level < 1));
        var text =
                values.chance(0.5)
                        ? list + ".filter(" + item + ", " + said.of(Kind.BOOLEAN, depth) + ")"
                        : list;
        return new Several(text, item, said);
    }

    private String judged(int depth) {
        var some = several(depth);
        return some.text()
                + (values.chance(0.5) ? ".exists(" : ".all(")
                + some.item()
                + ", "
                + some.said().of(Kind.BOOLEAN, depth)
                + ")";
    }

    private String summed(Kind kind, String function, int depth) {
        var some = several(depth);
        var mapped = ".map(" + some.item() + ", " + some.said().of(kind, depth) + ")";
        var again =
                values.chance(0.2)
                        ? ".filter(v, v " + (values.chance(0.5) ? "==" : "!=") + " null)"
                        : "";
        return some.text() + mapped + again + "." + function + "()";
    }

    private String extremeOf(Kind kind, int depth) {
        return summed(kind, values.chance(0.5) ? "min" : "max", depth);
    }

    String any(int depth) {
        var kinds = Kind.values();
        return values.chance(0.5)
                ? of(Kind.BOOLEAN, depth)
                : of(kinds[values.below(kinds.length)], depth);
    }

    String of(Kind kind, int depth) {
        if (depth <= 0 || values.chance(0.15)) {
            return leaf(kind);
        }
        if (!names.lists().isEmpty() && values.chance(0.15)) {
            return ofLists(kind, depth - 1);
        }
        return switch (kind) {
            case BOOLEAN -> condition(depth - 1);
            case INTEGER -> integer(depth - 1);
            case DECIMAL -> decimal(depth - 1);
            case TEXT -> text(depth - 1);
            case DATE -> date(depth - 1);
            case DATE_TIME -> dateTime(depth - 1);
            case DURATION -> duration(depth - 1);
            case CHOICE, REFERENCE -> leaf(kind);
        };
    }

    private String ofLists(Kind kind, int depth) {
        return switch (kind) {
            case BOOLEAN -> judged(depth);
            case INTEGER ->
                    switch (random.nextInt(3)) {
                        case 0 -> several(depth).text() + ".size()";
                        case 1 -> summed(kind, "sum", depth);
                        default -> extremeOf(kind, depth);
                    };
            case DECIMAL ->
                    switch (random.nextInt(3)) {
                        case 0 -> summed(number(), "avg", depth);
                        case 1 -> summed(kind, "sum", depth);
                        default -> extremeOf(kind, depth);
                    };
            case TEXT, DATE, DATE_TIME, DURATION -> extremeOf(kind, depth);
            case CHOICE, REFERENCE -> leaf(kind);
        };
    }

    private String name(Kind kind) {
        return values.oneOf(names.of(kind));
    }

    private String leaf(Kind kind) {
        var plain = kind == Kind.CHOICE || kind == Kind.REFERENCE || values.chance(0.7);
        return plain ? name(kind) : literal(kind);
    }

    private String literal(Kind kind) {
        return switch (kind) {
            case BOOLEAN -> String.valueOf(values.chance(0.5));
            case INTEGER -> "(" + values.whole() + ")";
            case DECIMAL ->
                    "(" + dotted(values.decimal(1 + values.below(30), values.below(9))) + ")";
            case TEXT -> RandomValues.quoted(values.text());
            case DATE -> values.chance(0.5) ? "today" : "date(\"" + values.date() + "\")";
            case DATE_TIME ->
                    values.chance(0.5) ? "now" : "date_time(\"" + values.instant() + "\")";
            case DURATION -> "duration(\"" + values.duration() + "\")";
            case CHOICE, REFERENCE -> throw new IllegalArgumentException("no literal stands alone");
        };
    }

    private static String dotted(BigDecimal number) {
        var plain = number.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private String either(Kind kind, int depth) {
        return "("
                + of(Kind.BOOLEAN, depth)
                + " ? "
                + perhaps(kind, depth)
                + " : "
                + of(kind, depth)
                + ")";
    }

    private String perhaps(Kind kind, int depth) {
        return values.chance(0.1) ? "null" : of(kind, depth);
    }

    private String first(Kind kind, int depth) {
        return "coalesce(" + perhaps(kind, depth) + ", " + of(kind, depth) + ")";
    }

    private String extreme(Kind kind, int depth) {
        var name = values.chance(0.5) ? "min" : "max";
        var third = values.chance(0.3) ? ", " + of(kind, depth) : "";
        return name + "(" + of(kind, depth) + ", " + of(kind, depth) + third + ")";
    }

    private String infix(Kind left, String operator, Kind right, int depth) {
        return "(" + of(left, depth) + " " + operator + " " + of(right, depth) + ")";
    }

    private String call(String function, Kind kind, int depth) {
        return function + "(" + of(kind, depth) + ")";
    }

    private Kind number() {
        return values.chance(0.5) ? Kind.INTEGER : Kind.DECIMAL;
    }

    private String integer(int depth) {
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                    infix(
                            Kind.INTEGER,
                            values.oneOf(List.of("+", "-", "*", "%")),
                            Kind.INTEGER,
                            depth);
            case 2 -> "(-" + of(Kind.INTEGER, depth) + ")";
            case 3 -> call("size", Kind.TEXT, depth);
            case 4 ->
                    of(values.chance(0.5) ? Kind.DATE : Kind.DATE_TIME, depth)
                            + values.oneOf(List.of(".year", ".month", ".day", ".weekday"));
            case 5 -> "daysBetween(" + of(Kind.DATE, depth) + ", " + of(Kind.DATE, depth) + ")";
            case 6 -> call("round", Kind.DECIMAL, depth);
            case 7 -> extreme(Kind.INTEGER, depth);
            case 8 -> either(Kind.INTEGER, depth);
            case 9 -> first(Kind.INTEGER, depth);
            case 10 -> call("abs", Kind.INTEGER, depth);
            default -> "round(" + of(Kind.INTEGER, depth) + ", " + of(Kind.INTEGER, depth) + ")";
        };
    }

    private String decimal(int depth) {
        return switch (random.nextInt(11)) {
            case 0, 1 ->
                    infix(number(), values.oneOf(List.of("+", "-", "*", "%")), Kind.DECIMAL, depth);
            case 2, 3 -> infix(number(), "/", number(), depth);
            case 4 -> "round(" + of(Kind.DECIMAL, depth) + ", " + of(Kind.INTEGER, depth) + ")";
            case 5 -> call("number", Kind.TEXT, depth);
            case 6 -> "min(" + of(Kind.INTEGER, depth) + ", " + of(Kind.DECIMAL, depth) + ")";
            case 7 -> either(Kind.DECIMAL, depth);
            case 8 -> first(Kind.DECIMAL, depth);
            case 9 -> "(-" + of(Kind.DECIMAL, depth) + ")";
            default -> "round(" + of(Kind.DECIMAL, depth) + ", " + values.below(5) + ")";
        };
    }

    private String text(int depth) {
        return switch (random.nextInt(9)) {
            case 0 -> infix(Kind.TEXT, "+", Kind.TEXT, depth);
            case 1, 2 ->
                    call(values.oneOf(List.of("lower", "upper", "trim", "fold")), Kind.TEXT, depth);
            case 3, 4 -> call("text", textual(), depth);
            case 5 -> either(Kind.TEXT, depth);
            case 6 -> first(Kind.TEXT, depth);
            case 7 -> extreme(Kind.TEXT, depth);
            default -> name(Kind.TEXT);
        };
    }

    private Kind textual() {
        return values.oneOf(
                List.of(
                        Kind.BOOLEAN,
                        Kind.INTEGER,
                        Kind.DECIMAL,
                        Kind.DATE,
                        Kind.DATE_TIME,
                        Kind.CHOICE));
    }

    private String date(int depth) {
        var shift = values.chance(0.5) ? "addDays" : "addMonths";
        var start = values.oneOf(List.of("Day", "Week", "Month", "Quarter", "Year"));
        return switch (random.nextInt(7)) {
            case 0, 1 -> shift + "(" + of(Kind.DATE, depth) + ", " + of(Kind.INTEGER, depth) + ")";
            case 2 -> call("date", Kind.DATE_TIME, depth);
            case 3 ->
                    call("startOf" + start, values.chance(0.5) ? Kind.DATE : Kind.DATE_TIME, depth);
            case 4 -> either(Kind.DATE, depth);
            case 5 -> first(Kind.DATE, depth);
            default -> extreme(Kind.DATE, depth);
        };
    }

    private String dateTime(int depth) {
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                    infix(Kind.DATE_TIME, values.chance(0.5) ? "+" : "-", Kind.DURATION, depth);
            case 2 -> either(Kind.DATE_TIME, depth);
            case 3 -> first(Kind.DATE_TIME, depth);
            default -> extreme(Kind.DATE_TIME, depth);
        };
    }

    private String duration(int depth) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> infix(Kind.DATE_TIME, "-", Kind.DATE_TIME, depth);
            case 2 -> either(Kind.DURATION, depth);
            default -> extreme(Kind.DURATION, depth);
        };
    }

    private String condition(int depth) {
        return switch (random.nextInt(16)) {
            case 15 -> names.among(values, name(Kind.BOOLEAN));
            case 0, 1, 2 -> comparison(depth);
            case 3 -> infix(Kind.BOOLEAN, values.chance(0.5) ? "==" : "!=", Kind.BOOLEAN, depth);
            case 4 -> infix(Kind.BOOLEAN, "&&", Kind.BOOLEAN, depth);
            case 5 -> infix(Kind.BOOLEAN, "||", Kind.BOOLEAN, depth);
            case 6 -> "!" + of(Kind.BOOLEAN, depth);
            case 7 -> either(Kind.BOOLEAN, depth);
            case 8 -> first(Kind.BOOLEAN, depth);
            case 9 -> nullTest(depth);
            case 10 -> membership(depth);
            case 11 -> search(depth);
            case 12 -> choice();
            case 13 -> reference();
            default -> parameter();
        };
    }

    private String comparison(int depth) {
        var operator = values.oneOf(List.of("==", "!=", "<", "<=", ">", ">="));
        var kind =
                values.oneOf(
                        List.of(
                                Kind.INTEGER,
                                Kind.DECIMAL,
                                Kind.TEXT,
                                Kind.DATE,
                                Kind.DATE_TIME,
                                Kind.DURATION));
        var other = kind == Kind.INTEGER || kind == Kind.DECIMAL ? number() : kind;
        if (kind == Kind.DATE && values.chance(0.3)) {
            return "(" + name(kind) + " " + operator + " \"" + values.date() + "\")";
        }
        return infix(kind, operator, other, depth);
    }

    private String nullTest(int depth) {
        var operator = values.chance(0.5) ? " == null" : " != null";
        return values.chance(0.3)
                ? "(" + values.oneOf(names.structured()) + operator + ")"
                : "(" + of(values.oneOf(List.of(Kind.values())), depth) + operator + ")";
    }

    private String membership(int depth) {
        var kind = values.oneOf(List.of(Kind.INTEGER, Kind.DECIMAL, Kind.TEXT, Kind.DATE));
        var items = new ArrayList<String>();
        for (var i = 0; i < random.nextInt(4); i++) {
            items.add(perhaps(kind, depth));
        }
        return "(" + of(kind, depth) + " in [" + String.join(", ", items) + "])";
    }

    private String search(int depth) {
        var function = values.oneOf(List.of("contains", "startsWith", "endsWith"));
        return values.chance(0.5)
                ? function + "(" + of(Kind.TEXT, depth) + ", " + of(Kind.TEXT, depth) + ")"
                : name(Kind.TEXT) + "." + function + "(" + RandomValues.quoted(values.text()) + ")";
    }

    private String choice() {
        var name = name(Kind.CHOICE);
        var options = names.options(name);
        var one = RandomValues.quoted(values.oneOf(options));
        var other = RandomValues.quoted(values.oneOf(options));
        return switch (random.nextInt(4)) {
            case 0 -> "(" + name + " in [" + one + ", null, " + other + "])";
            case 1 -> "(coalesce(" + name + ", " + one + ") != " + other + ")";
            case 2 ->
                    "(" + name + " == (" + name(Kind.BOOLEAN) + " ? " + one + " : " + other + "))";
            default -> "(" + name + " == " + one + ")";
        };
    }

    private String reference() {
        var one = name(Kind.REFERENCE);
        var alike = names.alike(one);
        return "(" + one + (values.chance(0.5) ? " == " : " != ") + values.oneOf(alike) + ")";
    }

    private String parameter() {
        var kind =
                values.oneOf(
                        List.of(
                                Kind.INTEGER,
                                Kind.DECIMAL,
                                Kind.TEXT,
                                Kind.DATE,
                                Kind.DATE_TIME,
                                Kind.CHOICE,
                                Kind.REFERENCE));
        var name = name(kind);
        var parameter = "params.p_" + Integer.toHexString(name.hashCode()) + "_" + values.below(2);
        return values.chance(0.5)
                ? "(" + name + " == " + parameter + ")"
                : "(" + parameter + " in [" + name + ", null])";
    }
}
