package org.entente.metadata.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Reads values that have parts. */
final class Parts {

    private Parts() {}

    /** A problem for each part that no such value has. */
    static List<Problem> unknown(Map<?, ?> parts, Set<String> known) {
        return parts.keySet().stream()
                .map(String::valueOf)
                .filter(part -> !known.contains(part))
                .map(part ->
                        Problem.of(
                                ProblemCode.UNKNOWN_FIELD,
                                "/" + part.replace("~", "~0").replace("/", "~1"),
                                Map.of("known", known.stream().sorted().toList())))
                .toList();
    }

    /** The value, or empty when it was refused and its problems were added to the others. */
    static <T> Optional<T> value(Outcome<T> outcome, Collection<Problem> problems) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> Optional.of(value);
            case Outcome.Refused<T>(List<Problem> refused) -> {
                problems.addAll(refused);
                yield Optional.empty();
            }
        };
    }
}
