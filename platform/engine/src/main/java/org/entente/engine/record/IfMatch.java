package org.entente.engine.record;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Which version of a record a caller has in mind when writing it. */
public sealed interface IfMatch {

    /** This version and no other. */
    record Exactly(long version) implements IfMatch {}

    /** Whatever it is now. */
    record Any() implements IfMatch {}

    /**
     * Reads {@code "3"} or {@code *}. Problems: PRECONDITION_REQUIRED when there is nothing,
     * MALFORMED when it is something else.
     */
    static Outcome<IfMatch> parse(Optional<String> text) {
        if (text.isEmpty()) {
            return Outcome.refused(Problem.of(ProblemCode.PRECONDITION_REQUIRED));
        }
        if (text.get().strip().equals("*")) {
            return Outcome.done(new Any());
        }
        var version = Pattern.compile("\"([0-9]{1,18})\"").matcher(text.get().strip());
        return version.matches()
                ? Outcome.done(new Exactly(Long.parseLong(version.group(1))))
                : Outcome.refused(
                        Problem.of(ProblemCode.MALFORMED, "", Map.of("name", "If-Match")));
    }

    /** Whether a record of this version is the one in mind. */
    default boolean matches(long version) {
        return switch (this) {
            case Exactly(var expected) -> expected == version;
            case Any() -> true;
        };
    }
}
