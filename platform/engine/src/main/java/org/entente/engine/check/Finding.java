package org.entente.engine.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.metadata.definition.Check;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * One expectation that does not hold.
 *
 * @param pointer where in the check
 * @param expected as it was written
 * @param found what there is instead
 */
record Finding(String pointer, String expected, String found) {

    /** Something that should have been done was refused. */
    static Finding refused(String pointer, List<Problem> problems) {
        return new Finding(pointer, "done", told(problems));
    }

    static <T> List<Finding> unlessDone(String pointer, Outcome<T> outcome) {
        return outcome instanceof Outcome.Refused<T>(var problems)
                ? List.of(refused(pointer, problems))
                : List.of();
    }

    /** A value that is another. */
    static Finding other(String pointer, @Nullable Object expected, @Nullable Object found) {
        return new Finding(pointer, String.valueOf(expected), String.valueOf(found));
    }

    /** Problems in a few words: code, rule, place. */
    static String told(List<Problem> problems) {
        return problems.stream()
                .map(problem -> word(problem) + (problem.at().isEmpty() ? "" : " " + problem.at()))
                .collect(Collectors.joining(", "));
    }

    /** What a problem is called: its rule where there is one, else its code. */
    static String word(Problem problem) {
        return problem.details().get("rule") instanceof String rule ? rule : problem.code().text();
    }

    Problem problem(Check check) {
        return Problem.of(
                ProblemCode.CHECK_FAILED,
                check.place(pointer),
                Map.of(
                        "check", check.name(),
                        "pointer", pointer,
                        "expected", expected,
                        "found", found));
    }
}
