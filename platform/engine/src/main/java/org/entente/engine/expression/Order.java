package org.entente.engine.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.entente.spi.Reference;

/** How two values of one type compare. */
final class Order {

    private Order() {}

    /** Numbers whatever their scale, references by what they point at, all else exactly. */
    static boolean equal(Object one, Object other) {
        return switch (one) {
            case BigDecimal number when other instanceof BigDecimal second ->
                    number.compareTo(second) == 0;
            case Reference reference when other instanceof Reference second ->
                    reference.id().equals(second.id());
            default -> one.equals(other);
        };
    }

    static int compare(Object one, Object other) {
        return switch (one) {
            case BigDecimal number -> number.compareTo((BigDecimal) other);
            case String text -> codePoints(text, (String) other);
            case LocalDate date -> date.compareTo((LocalDate) other);
            case Instant instant -> instant.compareTo((Instant) other);
            case Duration duration -> duration.compareTo((Duration) other);
            default -> throw new IllegalArgumentException("no order on " + one.getClass());
        };
    }

    /** {@link String#compareTo} would set surrogates before the last code points of the plane. */
    private static int codePoints(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        for (var i = 0; i < shorter; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Integer.compare(rank(one.charAt(i)), rank(other.charAt(i)));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
