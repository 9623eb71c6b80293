package org.entente.engine.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.entente.metadata.expression.Function;
import org.jspecify.annotations.Nullable;

/** Every operation on arguments that are all there. */
final class Operations {

    private static final int DIVISION_SCALE = 18;
    private static final int WIDEST_ROUNDING = 40;
    private static final BigDecimal WIDEST = BigDecimal.valueOf(WIDEST_ROUNDING);

    private final Dates dates;

    Operations(ZoneId zone) {
        this.dates = new Dates(zone);
    }

    @Nullable Object apply(Function function, List<Object> arguments) {
        var first = arguments.getFirst();
        var last = arguments.getLast();
        return switch (function) {
            case EQUAL -> Order.equal(first, last);
            case NOT_EQUAL -> !Order.equal(first, last);
            case LESS -> Order.compare(first, last) < 0;
            case LESS_OR_EQUAL -> Order.compare(first, last) <= 0;
            case GREATER -> Order.compare(first, last) > 0;
            case GREATER_OR_EQUAL -> Order.compare(first, last) >= 0;
            case MIN -> arguments.stream().min(Order::compare).orElseThrow();
            case MAX -> arguments.stream().max(Order::compare).orElseThrow();
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, NEGATE, ROUND, ABS ->
                    number(function, (BigDecimal) first, (BigDecimal) last);
            case CONTAINS -> contains((String) first, (String) last);
            case CONCAT, STARTS_WITH, ENDS_WITH -> texts(function, (String) first, (String) last);
            case LOWER, UPPER, TRIM, FOLD, SIZE, TO_NUMBER -> Texts.apply(function, (String) first);
            case LENGTH -> BigDecimal.valueOf(((List<?>) first).size());
            case HAS -> ((List<?>) first).stream().anyMatch(one -> Order.equal(one, last));
            case TO_TEXT -> Texts.of(first);
            case TO_DECIMAL -> first;
            case ADD_DAYS, ADD_MONTHS ->
                    Dates.shift(function, (LocalDate) first, (BigDecimal) last);
            case DAYS_BETWEEN -> Dates.daysBetween((LocalDate) first, (LocalDate) last);
            case ADD_DURATION, SUBTRACT_DURATION -> Dates.shift(function, (Instant) first, last);
            case ELAPSED -> Dates.elapsed((Instant) first, (Instant) last);
            case YEAR,
                    MONTH,
                    DAY,
                    WEEKDAY,
                    TO_DATE,
                    START_OF_DAY,
                    START_OF_WEEK,
                    START_OF_MONTH,
                    START_OF_QUARTER,
                    START_OF_YEAR ->
                    dates.ofDay(function, first);
        };
    }

    static @Nullable Object number(Function function, BigDecimal one, BigDecimal other) {
        return switch (function) {
            case ADD -> one.add(other);
            case SUBTRACT -> one.subtract(other);
            case MULTIPLY -> one.multiply(other);
            case DIVIDE ->
                    other.signum() == 0
                            ? null
                            : one.divide(other, DIVISION_SCALE, RoundingMode.HALF_UP);
            case REMAINDER -> other.signum() == 0 ? null : one.remainder(other);
            case NEGATE -> one.negate();
            case ABS -> one.abs();
            case ROUND ->
                    one.setScale(
                            other.min(WIDEST).max(WIDEST.negate()).intValueExact(),
                            RoundingMode.HALF_UP);
            default -> throw new IllegalArgumentException("not on numbers: " + function);
        };
    }

    private static @Nullable Boolean contains(String text, String piece) {
        return piece.codePointCount(0, piece.length()) > Function.LONGEST_SEARCHED
                ? null
                : (Boolean) text.contains(piece);
    }

    private static Object texts(Function function, String one, String other) {
        return switch (function) {
            case CONCAT -> one + other;
            case STARTS_WITH -> one.startsWith(other);
            case ENDS_WITH -> one.endsWith(other);
            default -> throw new IllegalArgumentException("not on two texts: " + function);
        };
    }
}
