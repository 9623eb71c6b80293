package org.entente.engine.job;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.request.Arguments;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** When a job is not to be begun before, whatever its kind. */
final class Moment {

    private static final String NAME = "run_at";

    private Moment() {}

    /** The moment that is asked for; a problem of the arguments when it is none. */
    static Optional<Instant> in(Arguments arguments) {
        return arguments.text(NAME).flatMap(text -> instant(text, arguments));
    }

    private static Optional<Instant> instant(String text, Arguments arguments) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException malformed) {
            arguments.problem(
                    ProblemCode.INVALID_VALUE, "/" + NAME, Map.of("expected", "date_time"));
            return Optional.empty();
        }
    }

    /** What is asked for beside it. */
    static Map<String, @Nullable Object> without(@Nullable Object json) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> asked.put(String.valueOf(name), value));
        }
        asked.remove(NAME);
        return asked;
    }
}
