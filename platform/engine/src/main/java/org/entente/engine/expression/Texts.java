package org.entente.engine.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.entente.metadata.expression.Blanks;
import org.entente.metadata.expression.Fold;
import org.entente.metadata.expression.Function;
import org.jspecify.annotations.Nullable;

/** Operations on one text, and every value's text. */
final class Texts {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,38}(\\.[0-9]{1,20})?");
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
                    .appendLiteral('Z')
                    .toFormatter()
                    .withZone(ZoneOffset.UTC);

    private Texts() {}

    static @Nullable Object apply(Function function, String text) {
        return switch (function) {
            case LOWER -> each(text, Character::toLowerCase);
            case UPPER -> each(text, Character::toUpperCase);
            case TRIM -> Blanks.trim(text);
            case FOLD -> Fold.fold(text);
            case SIZE -> BigDecimal.valueOf(text.codePointCount(0, text.length()));
            case TO_NUMBER -> NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
            default -> throw new IllegalArgumentException("not on a text: " + function);
        };
    }

    /** Code point by code point, as the database does; words have no say in it. */
    private static String each(String text, IntUnaryOperator change) {
        var changed = new StringBuilder(text.length());
        text.codePoints().map(change).forEach(changed::appendCodePoint);
        return changed.toString();
    }

    static String of(Object value) {
        return switch (value) {
            case BigDecimal number when number.signum() == 0 -> "0";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Instant instant -> INSTANT.format(instant);
            default -> value.toString();
        };
    }
}
