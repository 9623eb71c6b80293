package org.entente.metadata.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.value.Durations;
import org.entente.spi.Reference;

/** Reads constant texts as values of other types. */
final class Constants {

    private static final int MOST_DIGITS = 38;
    private static final int MOST_DECIMALS = 20;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]+)");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Constants() {}

    /** The value of a text where another type is wanted; empty when it cannot be read so. */
    static Optional<Object> read(String text, ValueType type) {
        return switch (type) {
            case Simple.TEXT -> Optional.of(text);
            case Simple.DECIMAL -> decimal(text).map(number -> number);
            case Simple.DATE -> date(text).map(date -> date);
            case Simple.DATE_TIME -> dateTime(text).map(instant -> instant);
            case Choice(var choice) ->
                    choice.options().containsKey(text) ? Optional.of(text) : Optional.empty();
            case ToEntity(var entity) -> reference(text, entity);
            case ToTrait(var trait) -> reference(text, trait);
            case Simple.BOOLEAN,
                    Simple.INTEGER,
                    Simple.DURATION,
                    Simple.NULL,
                    Simple.MONEY,
                    Simple.ADDRESS,
                    Simple.GEO,
                    Simple.FILE,
                    Simple.JSON ->
                    Optional.empty();
            case Several _ -> Optional.empty();
        };
    }

    /** Whether a constant text may stand for this type at all. */
    static boolean standsFor(ValueType type) {
        return switch (type) {
            case Simple.TEXT, Simple.DECIMAL, Simple.DATE, Simple.DATE_TIME -> true;
            case Choice _, ToEntity _, ToTrait _ -> true;
            case Simple _, Several _ -> false;
        };
    }

    static Optional<BigDecimal> decimal(String text) {
        if (text.length() > MOST_DIGITS + MOST_DECIMALS || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        var value = new BigDecimal(text);
        var plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        var wholeDigits = plain.precision() - plain.scale();
        return plain.scale() <= MOST_DECIMALS
                        && wholeDigits <= MOST_DIGITS
                        && plain.precision() <= MOST_DIGITS
                ? Optional.of(plain.setScale(Math.max(0, plain.scale())))
                : Optional.empty();
    }

    static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.parse(text);
            return date.getYear() >= 1 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Instant> dateTime(String text) {
        if (!DATE_TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            return instant.isBefore(FIRST) || !instant.isBefore(BEYOND)
                    ? Optional.empty()
                    : Optional.of(instant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** ISO 8601 in days, hours, minutes and seconds; months and years have no fixed length. */
    static Optional<Duration> duration(String text) {
        return Durations.parse(text);
    }

    private static Optional<Object> reference(String text, String target) {
        return ID.matcher(text).matches()
                ? Optional.of(new Reference(UUID.fromString(text), target))
                : Optional.empty();
    }
}
