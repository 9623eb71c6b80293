package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entente.engine.job.Job.State;
import org.entente.engine.request.Arguments;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs as a client asks for it, newest first.
 *
 * @param kinds of these; empty for all
 * @param limit 1 to {@value #MOST}
 */
public record JobsRequest(
        Optional<State> state, Set<String> kinds, int limit, Optional<String> cursor) {

    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    /** Reads query parameters; each may stand once. */
    public static Outcome<JobsRequest> fromParameters(Map<String, List<String>> parameters) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        for (var parameter : parameters.entrySet()) {
            var name = parameter.getKey();
            if (parameter.getValue().size() != 1) {
                return Outcome.refused(
                        Problem.of(ProblemCode.TOO_MANY, "/" + name, Map.of("name", name)));
            }
            var value = parameter.getValue().getFirst();
            json.put(
                    name,
                    name.equals("limit") && WHOLE.matcher(value).matches()
                            ? (Object) Long.valueOf(value)
                            : value);
        }
        return fromJson(json);
    }

    private static Outcome<JobsRequest> fromJson(Map<String, @Nullable Object> json) {
        var arguments = Arguments.of(json, "").only("state", "kind", "limit", "cursor");
        var limit = arguments.integer("limit").orElse((long) USUAL);
        if (limit < 1 || limit > MOST) {
            arguments.problem(ProblemCode.LIMIT_INVALID, "/limit", Map.of("min", 1, "max", MOST));
        }
        var state = arguments.text("state").flatMap(word -> state(word, arguments));
        var kinds = Set.copyOf(arguments.texts("kind").orElse(List.of()));
        var cursor = arguments.text("cursor");
        return arguments.outcome(
                () -> new JobsRequest(state, kinds, Math.toIntExact(limit), cursor));
    }

    private static Optional<State> state(String word, Arguments arguments) {
        for (var state : State.values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        arguments.problem(
                ProblemCode.UNKNOWN_OPTION,
                "/state",
                Map.of("options", List.of(State.values()).stream().map(State::word).toList()));
        return Optional.empty();
    }

    /** What makes two questions the same for a cursor. */
    String fingerprint() {
        return "jobs\u0000" + state.map(State::word).orElse("") + "\u0000" + new TreeSet<>(kinds);
    }
}
