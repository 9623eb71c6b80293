package org.entente.metadata.value;

import java.util.Map;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Refusals of one value. */
final class Refusals {

    private Refusals() {}

    static <T> Outcome<T> wrongType(String expected) {
        return of(ProblemCode.WRONG_TYPE, Map.of("expected", expected));
    }

    static <T> Outcome<T> invalid(String reason) {
        return of(ProblemCode.INVALID_VALUE, Map.of("reason", reason));
    }

    static <T> Outcome<T> of(ProblemCode code, Map<String, Object> details) {
        return Outcome.refused(Problem.of(code, "", details));
    }

    /** The outcome with its problems placed at a part of the value. */
    static <T> Outcome<T> at(String part, Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done;
            case Outcome.Refused<T>(var problems) ->
                    Outcome.refused(
                            problems.stream().map(problem -> problem.under("/" + part)).toList());
        };
    }
}
