package org.entente.server.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** The query parameters of a call. */
final class Query {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_SECONDS = 25;

    /** The database knows no earlier ones, and none after the year 9999 have four digits. */
    private static final Instant FIRST_YEAR = Instant.parse("0001-01-01T00:00:00Z");

    private final MultivaluedMap<String, String> parameters;

    private Query(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    static Query of(UriInfo uri) {
        return new Query(uri.getQueryParameters());
    }

    /** All of them, decoded, in order of their names. */
    Map<String, List<String>> all() {
        return new LinkedHashMap<>(parameters);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.getFirst(name));
    }

    Outcome<String> required(String name) {
        return text(name)
                .map(Outcome::done)
                .orElseGet(() ->
                        Outcome.refused(
                                Problem.of(
                                        ProblemCode.REQUIRED, "/" + name, Map.of("name", name))));
    }

    /** The names in a list with commas. */
    Optional<List<String>> names(String name) {
        return text(name)
                .map(list -> Arrays.stream(list.split(",", -1)).map(String::strip).toList());
    }

    /** An id, when one is given. */
    Outcome<Optional<UUID>> id(String name) {
        try {
            return Outcome.done(text(name).map(UUID::fromString));
        } catch (IllegalArgumentException noId) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.MALFORMED,
                            "/" + name,
                            Map.of("name", name, "expected", "id")));
        }
    }

    /** A moment, when one is given. */
    Outcome<Optional<Instant>> instant(String name) {
        var malformed =
                Problem.of(
                        ProblemCode.MALFORMED,
                        "/" + name,
                        Map.of("name", name, "expected", "date_time"));
        try {
            var instant = text(name).map(Instant::parse);
            return instant.map(at -> at.toString().startsWith("+") || at.isBefore(FIRST_YEAR))
                            .orElse(false)
                    ? Outcome.refused(malformed)
                    : Outcome.done(instant);
        } catch (DateTimeParseException noInstant) {
            return Outcome.refused(malformed);
        }
    }

    /** How many rows are tried; a thousand when it is not said. */
    Outcome<Long> rows() {
        try {
            var rows = Long.parseLong(text("rows").orElse("1000"));
            if (rows >= 1 && rows <= MOST_ROWS) {
                return Outcome.done(rows);
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        return Outcome.refused(
                Problem.of(
                        ProblemCode.LIMIT_INVALID,
                        "/rows",
                        Map.of("name", "rows", "min", 1, "max", MOST_ROWS)));
    }

    /** How a file is written, as far as it is said. */
    Map<String, Object> format() {
        var format = new LinkedHashMap<String, Object>();
        for (var name : List.of("encoding", "delimiter", "quote", "preamble", "header")) {
            text(name).ifPresent(said -> format.put(name, typed(name, said)));
        }
        return format;
    }

    /** A figure or a flag, where one is due and there is one; else it is refused as a text. */
    private static Object typed(String name, String said) {
        if (name.equals("preamble") && said.matches("[0-9]{1,9}")) {
            return Long.valueOf(said);
        }
        return name.equals("header") && (said.equals("true") || said.equals("false"))
                ? (Object) Boolean.valueOf(said)
                : said;
    }

    /** How long to wait, in seconds; not at all when it is not said. */
    Outcome<Duration> seconds(String name) {
        try {
            var seconds = Integer.parseInt(text(name).orElse("0"));
            if (seconds >= 0 && seconds <= MOST_SECONDS) {
                return Outcome.done(Duration.ofSeconds(seconds));
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        return Outcome.refused(
                Problem.of(
                        ProblemCode.LIMIT_INVALID,
                        "/" + name,
                        Map.of("name", name, "min", 0, "max", MOST_SECONDS)));
    }

    /** What {@code dry_run} says; a commit when it is not there. */
    Outcome<Ending> ending() {
        return switch (text("dry_run").orElse("false")) {
            case "false" -> Outcome.done(Ending.COMMIT);
            case "true" -> Outcome.done(Ending.DRY_RUN);
            default ->
                    Outcome.refused(
                            Problem.of(
                                    ProblemCode.MALFORMED,
                                    "/dry_run",
                                    Map.of("name", "dry_run", "expected", "boolean")));
        };
    }
}
