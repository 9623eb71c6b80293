package org.entente.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.metadata.expression.Fold;
import org.entente.metadata.expression.Function;

/**
 * The functions that rendered expressions call, for the owner of the schema {@code entente} to
 * create; each statement may run again. All are immutable, strict and total; their bodies are bound
 * when they are created, so that no search path changes them.
 */
public final class CreateFunctions {

    private static final String TRAITS = " language sql immutable strict parallel safe ";

    /** In the order in which they must run. */
    public static final List<String> STATEMENTS = statements();

    private CreateFunctions() {}

    private static List<String> statements() {
        var statements = new ArrayList<String>();
        for (var type : List.of("numeric", "text", "date", "timestamptz", "interval")) {
            add(statements, "smaller", "a " + type + ", b " + type, type, "least(a, b)");
            add(statements, "greater", "a " + type + ", b " + type, type, "greatest(a, b)");
        }
        add(
                statements,
                "round",
                "x numeric, places numeric",
                "numeric",
                "round(x, cast(least(greatest(places, -40), 40) as integer))");
        add(
                statements,
                "number",
                "x text",
                "numeric",
                "case when x ~ '^[+-]?[0-9]{1,38}([.][0-9]{1,20})?$' then cast(x as numeric) end");
        for (var type : List.of("text", "uuid")) {
            add(
                    statements,
                    "has",
                    "list " + type + "[], item " + type,
                    "boolean",
                    "item = any(list)");
        }
        addDates(statements);
        add(statements, "fold", "x text", "text", fold());
        add(statements, "containing", "x text", "text", containing());
        return List.copyOf(statements);
    }

    /**
     * A pattern of whatever holds a text; an index of trigrams serves a pattern and no position. A
     * search cannot be interrupted and takes the product of both lengths at worst, so there is none
     * for a long text.
     */
    private static String containing() {
        return "case when char_length(x) <= "
                + Function.LONGEST_SEARCHED
                + " then '%' || replace(replace(replace(x, '\\', '\\\\'), '%', '\\%'), '_', '\\_')"
                + " || '%' end";
    }

    /**
     * Bounds are checked in numbers first: a date beyond the database's own would raise. What
     * checks must be as immutable as what is checked, or the planner folds the one and not the
     * other.
     */
    private static void addDates(List<String> statements) {
        for (var zone : List.of("text", "interval")) {
            add(
                    statements,
                    "local_date",
                    "moment timestamptz, zone " + zone,
                    "date",
                    "case when (moment at time zone zone) >= timestamp '0001-01-01'"
                            + " and (moment at time zone zone) < timestamp '10000-01-01'"
                            + " then cast((moment at time zone zone) as date) end");
        }
        add(
                statements,
                "add_days",
                "day date, days numeric",
                "date",
                "case when (day - date '0001-01-01') + days between 0 and 3652058"
                        + " then day + cast(days as integer) end");
        add(
                statements,
                "add_months",
                "day date, months numeric",
                "date",
                "case when extract(year from day) * 12 + extract(month from day) - 1 + months"
                        + " between 12 and 119999 then"
                        + " cast(day + make_interval(months => cast(months as integer)) as date)"
                        + " end");
        add(
                statements,
                "shift",
                "moment timestamptz, length interval",
                "timestamptz",
                "case when extract(epoch from moment at time zone 'UTC')"
                        + " + extract(epoch from length) >= -62135596800"
                        + " and extract(epoch from moment at time zone 'UTC')"
                        + " + extract(epoch from length) < 253402300800"
                        + " then ((moment at time zone 'UTC') + length) at time zone 'UTC' end");
    }

    private static void add(
            List<String> statements, String name, String parameters, String result, String body) {
        statements.add(
                "create or replace function entente."
                        + name
                        + "("
                        + parameters
                        + ") returns "
                        + result
                        + TRAITS
                        + "return "
                        + body);
        statements.add(
                "grant execute on function entente." + name + "(" + parameters + ") to public");
    }

    /** Letter for letter what can be, the others by replacement; what has no stand-in vanishes. */
    private static String fold() {
        var from = new StringBuilder();
        var to = new StringBuilder();
        var vanishing = new StringBuilder();
        var body = "lower(x collate pg_catalog.\"pg_c_utf8\")";
        for (Map.Entry<Integer, String> entry : Fold.TABLE.entrySet()) {
            var letter = Character.toString(entry.getKey());
            var plain = entry.getValue();
            if (plain.isEmpty()) {
                vanishing.append(letter);
            } else if (plain.length() == 1) {
                from.append(letter);
                to.append(plain);
            } else {
                body = "replace(" + body + ", '" + letter + "', '" + plain + "')";
            }
        }
        return "translate(" + body + ", '" + from + vanishing + "', '" + to + "')";
    }
}
