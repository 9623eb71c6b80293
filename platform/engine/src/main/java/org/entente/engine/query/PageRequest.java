package org.entente.engine.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.engine.query.PlannedQuery.Total;
import org.entente.engine.request.Arguments;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A page of records as a client asks for it.
 *
 * @param params values of {@code params.x}, as they came
 * @param fields which to answer; empty for all that the caller may read
 * @param limit 1 to {@value #MOST}
 */
public record PageRequest(
        String entity,
        Optional<String> filter,
        Map<String, @Nullable Object> params,
        Optional<List<String>> fields,
        List<String> sort,
        int limit,
        Optional<String> cursor,
        Total total) {

    /** The longest page. */
    public static final int MOST = 1_000;

    private static final int USUAL = 50;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final String PARAMS = "params.";

    /** Reads query parameters; each may stand once. */
    public static Outcome<PageRequest> fromParameters(
            String entity, Map<String, List<String>> parameters) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var params = new LinkedHashMap<String, @Nullable Object>();
        for (var parameter : parameters.entrySet()) {
            var name = parameter.getKey();
            if (parameter.getValue().size() != 1) {
                return Outcome.refused(
                        Problem.of(ProblemCode.TOO_MANY, "/" + name, Map.of("name", name)));
            }
            var value = parameter.getValue().getFirst();
            if (name.startsWith(PARAMS)) {
                params.put(name.substring(PARAMS.length()), value);
            } else if (name.equals("limit") && WHOLE.matcher(value).matches()) {
                json.put(name, Long.valueOf(value));
            } else if (name.equals("params")) {
                return Outcome.refused(
                        Problem.of(
                                ProblemCode.UNKNOWN_PARAMETER,
                                "/params",
                                Map.of("name", "params")));
            } else {
                json.put(name, value);
            }
        }
        json.put("params", params);
        return fromJson(entity, json);
    }

    /** Reads the JSON form. */
    public static Outcome<PageRequest> fromJson(String entity, @Nullable Object json) {
        var arguments =
                Arguments.of(json, "")
                        .only("filter", "params", "fields", "sort", "limit", "cursor", "total");
        var limit = arguments.integer("limit").orElse((long) USUAL);
        if (limit < 1 || limit > MOST) {
            arguments.problem(ProblemCode.LIMIT_INVALID, "/limit", Map.of("min", 1, "max", MOST));
        }
        var filter = arguments.text("filter").filter(text -> !text.isBlank());
        var params = arguments.object("params");
        var fields = arguments.texts("fields");
        var sort = arguments.texts("sort").orElse(List.of());
        var cursor = arguments.text("cursor");
        var total = total(arguments);
        return arguments.outcome(() ->
                new PageRequest(
                        entity,
                        filter,
                        params,
                        fields,
                        sort,
                        Math.toIntExact(limit),
                        cursor,
                        total));
    }

    private static Total total(Arguments arguments) {
        var word = arguments.text("total").orElse("none");
        for (var total : Total.values()) {
            if (total.name().toLowerCase(Locale.ROOT).equals(word)) {
                return total;
            }
        }
        arguments.problem(
                ProblemCode.UNKNOWN_OPTION,
                "/total",
                Map.of("value", word, "options", List.of("none", "estimate", "exact")));
        return Total.NONE;
    }
}
