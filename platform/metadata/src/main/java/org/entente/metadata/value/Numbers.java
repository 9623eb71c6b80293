package org.entente.metadata.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;

/** Reads numbers; nothing is rounded. */
final class Numbers {

    static final int MAX_DIGITS = 38;
    static final int MAX_SCALE = 20;

    /** What a JSON number carries everywhere without loss. */
    private static final BigDecimal MAX_INTEGER = BigDecimal.valueOf((1L << 53) - 1);

    /** No exponents: {@code 1e999999999} would be a number of a billion digits. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,60}(\\.[0-9]{1,60})?");

    private Numbers() {}

    /** A number, not a text; {@code 3.0} is the integer 3. */
    static Outcome<Long> integer(Object wire) {
        if (!(wire instanceof Number number)) {
            return Refusals.wrongType("integer");
        }
        return exact(number)
                .<Outcome<Long>>map(value -> {
                    if (value.stripTrailingZeros().scale() > 0) {
                        return Refusals.wrongType("integer");
                    }
                    return value.abs().compareTo(MAX_INTEGER) <= 0
                            ? Outcome.done(value.longValueExact())
                            : integerOutOfRange();
                })
                .orElseGet(Numbers::integerOutOfRange);
    }

    private static Outcome<Long> integerOutOfRange() {
        return Refusals.of(
                ProblemCode.OUT_OF_RANGE,
                Map.of(
                        "min", MAX_INTEGER.negate().longValueExact(),
                        "max", MAX_INTEGER.longValueExact()));
    }

    /** A text such as {@code "12.50"}, or a number, of so many digits and decimals. */
    static Outcome<BigDecimal> decimal(Object wire, int precision, int scale) {
        return switch (wire) {
            case String text when PLAIN.matcher(text).matches() ->
                    within(new BigDecimal(text), precision, scale);
            case String text -> Refusals.invalid("number");
            case Number number ->
                    exact(number)
                            .map(value -> within(value, precision, scale))
                            .orElseGet(() -> outOfRange(precision, scale));
            default -> Refusals.wrongType("decimal");
        };
    }

    private static Outcome<BigDecimal> within(BigDecimal value, int precision, int scale) {
        var stripped = value.stripTrailingZeros();
        var decimals = Math.max(0, stripped.scale());
        var whole = Math.max(0, stripped.precision() - stripped.scale());
        return decimals <= scale && (value.signum() == 0 || whole <= precision - scale)
                ? Outcome.done(decimals == stripped.scale() ? stripped : stripped.setScale(0))
                : outOfRange(precision, scale);
    }

    private static Outcome<BigDecimal> outOfRange(int precision, int scale) {
        return Refusals.of(
                ProblemCode.OUT_OF_RANGE, Map.of("precision", precision, "scale", scale));
    }

    /** The number as it was written, unless it has absurdly many digits. */
    private static Optional<BigDecimal> exact(Number number) {
        var value =
                switch (number) {
                    case BigDecimal decimal -> decimal;
                    case BigInteger integer -> new BigDecimal(integer);
                    case Double real when !Double.isFinite(real) -> null;
                    case Float real when !Float.isFinite(real) -> null;
                    default -> new BigDecimal(number.toString());
                };
        return Optional.ofNullable(value)
                .filter(v -> Math.abs((long) v.scale()) <= 100 && v.precision() <= 200);
    }
}
