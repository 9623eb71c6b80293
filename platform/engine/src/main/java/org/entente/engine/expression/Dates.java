package org.entente.engine.expression;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.entente.metadata.expression.Function;
import org.jspecify.annotations.Nullable;

/** Operations on dates and instants; what leaves the years 1 to 9999 is null. */
final class Dates {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(4_000_000);

    private final ZoneId zone;

    Dates(ZoneId zone) {
        this.zone = zone;
    }

    @Nullable Object ofDay(Function function, Object moment) {
        var day = moment instanceof Instant instant ? local(instant) : (LocalDate) moment;
        if (day == null) {
            return null;
        }
        return switch (function) {
            case TO_DATE, START_OF_DAY -> day;
            case YEAR -> BigDecimal.valueOf(day.getYear());
            case MONTH -> BigDecimal.valueOf(day.getMonthValue());
            case DAY -> BigDecimal.valueOf(day.getDayOfMonth());
            case WEEKDAY -> BigDecimal.valueOf(day.getDayOfWeek().getValue());
            case START_OF_WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case START_OF_MONTH -> day.withDayOfMonth(1);
            case START_OF_QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case START_OF_YEAR -> day.withDayOfYear(1);
            default -> throw new IllegalArgumentException("not on a day: " + function);
        };
    }

    private @Nullable LocalDate local(Instant instant) {
        return within(LocalDate.ofInstant(instant, zone));
    }

    static @Nullable LocalDate shift(Function function, LocalDate from, BigDecimal by) {
        if (by.abs().compareTo(FARTHEST) > 0) {
            return null;
        }
        return within(
                function == Function.ADD_DAYS
                        ? from.plusDays(by.longValueExact())
                        : from.plusMonths(by.longValueExact()));
    }

    private static @Nullable LocalDate within(LocalDate date) {
        return date.isBefore(FIRST) || date.isAfter(LAST) ? null : date;
    }

    static BigDecimal daysBetween(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }

    static @Nullable Instant shift(Function function, Instant from, Object by) {
        var length = (Duration) by;
        var moved = function == Function.ADD_DURATION ? from.plus(length) : from.minus(length);
        return moved.isBefore(FIRST_INSTANT) || !moved.isBefore(BEYOND) ? null : moved;
    }

    static Duration elapsed(Instant end, Instant start) {
        return Duration.between(start, end);
    }
}
