package org.entente.metadata.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;

/**
 * Lengths of time in ISO 8601: weeks or days, hours, minutes and seconds. A day has 24 hours.
 * Months and years have no length of their own and are refused.
 */
public final class Durations {

    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Pattern WEEKS = Pattern.compile("([+-]?)P([+-]?[0-9]{1,5})W");
    private static final Pattern CALENDAR = Pattern.compile("[+-]?P[^T]*[YM].*");

    private Durations() {}

    /** The length, to the microsecond and of a hundred years at most; empty when it is none. */
    public static Optional<Duration> parse(String text) {
        return parsed(text).filter(found -> found.abs().compareTo(LONGEST) <= 0);
    }

    private static Optional<Duration> parsed(String text) {
        var weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            var length = Duration.ofDays(7L * Integer.parseInt(weeks.group(2)));
            return Optional.of(weeks.group(1).equals("-") ? length.negated() : length);
        }
        try {
            return Optional.of(Duration.parse(text).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static Outcome<Duration> read(Object wire) {
        if (!(wire instanceof String text)) {
            return Refusals.wrongType("duration");
        }
        if (text.length() > 60) {
            return Refusals.invalid("duration");
        }
        if (CALENDAR.matcher(text).matches()) {
            return Refusals.invalid("duration_of_months");
        }
        var length = parsed(text);
        if (length.isEmpty()) {
            return Refusals.invalid("duration");
        }
        return length.get().abs().compareTo(LONGEST) <= 0
                ? Outcome.done(length.get())
                : Refusals.of(
                        ProblemCode.OUT_OF_RANGE,
                        Map.of("min", write(LONGEST.negated()), "max", write(LONGEST)));
    }

    /** As it is usually written: {@code P1DT12H}, {@code -PT30M}, {@code PT0S}. */
    public static String write(Duration duration) {
        var length = duration.abs();
        var days = length.toDays();
        var rest = length.minusDays(days);
        var text = new StringBuilder(duration.isNegative() ? "-P" : "P");
        if (days > 0) {
            text.append(days).append('D');
        }
        if (!rest.isZero() || days == 0) {
            text.append(rest.toString().substring(1));
        }
        return text.toString();
    }
}
