package org.entente.engine.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.PlannedAggregate.Measured;
import org.entente.engine.request.Arguments;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Figures about records as a client asks for them.
 *
 * @param timeZone in which days and months begin, when it is not the tenant's
 */
public record AggregateRequest(
        String entity,
        Optional<String> filter,
        Map<String, @Nullable Object> params,
        List<Group> group,
        List<Measure> measures,
        Optional<String> having,
        List<String> sort,
        int limit,
        Optional<String> timeZone) {

    static final int MOST = 10_000;
    private static final int USUAL = 1_000;
    private static final int MOST_KEYS = 20;

    /** One group key. */
    public record Group(String alias, String by, Optional<String> unit) {}

    /** One figure. */
    public record Measure(String alias, Measured fn, Optional<String> of) {}

    /** Reads the JSON form. */
    public static Outcome<AggregateRequest> fromJson(String entity, @Nullable Object json) {
        var arguments =
                Arguments.of(json, "")
                        .only(
                                "filter",
                                "params",
                                "group",
                                "measures",
                                "having",
                                "sort",
                                "limit",
                                "time_zone");
        var limit = arguments.integer("limit").orElse((long) USUAL);
        if (limit < 1 || limit > MOST) {
            arguments.problem(ProblemCode.LIMIT_INVALID, "/limit", Map.of("min", 1, "max", MOST));
        }
        var groups = groups(arguments);
        var measures = measures(arguments);
        checkAliases(arguments, groups, measures);
        var filter = arguments.text("filter").filter(text -> !text.isBlank());
        var params = arguments.object("params");
        var having = arguments.text("having").filter(text -> !text.isBlank());
        var sort = arguments.texts("sort").orElse(List.of());
        var zone = arguments.text("time_zone");
        return arguments.outcome(() ->
                new AggregateRequest(
                        entity,
                        filter,
                        params,
                        groups,
                        measures,
                        having,
                        sort,
                        Math.toIntExact(limit),
                        zone));
    }

    private static List<Group> groups(Arguments arguments) {
        var groups = new ArrayList<Group>();
        for (var item : arguments.list("group")) {
            var member = Arguments.of(item, "/group/" + groups.size()).only("by", "unit", "as");
            var by = member.requiredText("by");
            groups.add(new Group(member.text("as").orElse(by), by, member.text("unit")));
            copyProblems(member, arguments);
        }
        return groups;
    }

    private static List<Measure> measures(Arguments arguments) {
        var measures = new ArrayList<Measure>();
        for (var item : arguments.list("measures")) {
            var pointer = "/measures/" + measures.size();
            var member = Arguments.of(item, pointer).only("as", "fn", "of");
            var fn = measured(member);
            var of = member.text("of");
            if (fn != Measured.COUNT && of.isEmpty()) {
                member.problem(ProblemCode.REQUIRED, pointer + "/of", Map.of("name", "of"));
            }
            measures.add(new Measure(member.requiredText("as"), fn, of));
            copyProblems(member, arguments);
        }
        return measures;
    }

    private static Measured measured(Arguments member) {
        var word = member.requiredText("fn");
        for (var fn : Measured.values()) {
            if (fn.name().toLowerCase(Locale.ROOT).equals(word)) {
                return fn;
            }
        }
        member.problem(
                ProblemCode.UNKNOWN_OPTION,
                member.pointer() + "/fn",
                Map.of(
                        "value",
                        word,
                        "options",
                        List.of("count", "count_distinct", "sum", "min", "max", "avg")));
        return Measured.COUNT;
    }

    private static void checkAliases(
            Arguments arguments, List<Group> groups, List<Measure> measures) {
        var seen = new HashSet<String>();
        for (var group : groups) {
            if (!seen.add(group.alias())) {
                taken(arguments, "/group", group.alias());
            }
        }
        for (var measure : measures) {
            if (!seen.add(measure.alias())) {
                taken(arguments, "/measures", measure.alias());
            }
        }
        if (groups.isEmpty() && measures.isEmpty()) {
            arguments.problem(ProblemCode.REQUIRED, "/measures", Map.of("name", "measures"));
        }
        if (groups.size() + measures.size() > MOST_KEYS) {
            arguments.problem(ProblemCode.TOO_MANY, "/measures", Map.of("max", MOST_KEYS));
        }
    }

    private static void taken(Arguments arguments, String at, String alias) {
        arguments.problem(ProblemCode.NAME_TAKEN, at, Map.of("name", alias));
    }

    private static void copyProblems(Arguments from, Arguments to) {
        from.problems().forEach(p -> to.problem(p.code(), p.at(), p.details()));
    }
}
