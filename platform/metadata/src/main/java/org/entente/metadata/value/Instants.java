package org.entente.metadata.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.entente.spi.Outcome;

/** Reads dates and date-times of the years 1 to 9999. */
final class Instants {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?"
                            + "(Z|[+-][0-9]{2}:[0-9]{2})");

    private Instants() {}

    /** ISO 8601, {@code 2026-05-01}. */
    static Outcome<LocalDate> date(Object wire) {
        if (!(wire instanceof String text)) {
            return Refusals.wrongType("date");
        }
        try {
            return DATE.matcher(text).matches() && !text.startsWith("0000")
                    ? Outcome.done(LocalDate.parse(text))
                    : Refusals.invalid("date");
        } catch (DateTimeException e) {
            return Refusals.invalid("date");
        }
    }

    /** ISO 8601 with an offset; what is finer than a microsecond is cut off. */
    static Outcome<Instant> dateTime(Object wire) {
        if (!(wire instanceof String text)) {
            return Refusals.wrongType("date_time");
        }
        try {
            if (!DATE_TIME.matcher(text).matches()) {
                return Refusals.invalid("date_time");
            }
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            var year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year >= 1 && year <= 9999
                    ? Outcome.done(instant)
                    : Refusals.invalid("date_time");
        } catch (DateTimeException e) {
            return Refusals.invalid("date_time");
        }
    }
}
