package org.entente.store.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.entente.spi.Address;
import org.entente.spi.GeoPoint;
import org.entente.spi.Money;
import org.entente.spi.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * Values with a taste for the edges: extremes, accents, zone changes, code points beyond 16 bits.
 */
final class RandomValues {

    static final long LARGEST = (1L << 53) - 1;
    private static final List<String> SCRAPS =
            List.of(
                    "a",
                    "B",
                    "z",
                    "Z",
                    "é",
                    "É",
                    "œ",
                    "Œ",
                    "ß",
                    "ẞ",
                    "İ",
                    "ı",
                    "ø",
                    "Ł",
                    "ǆ",
                    "ﬁ",
                    "ñ",
                    "Ω",
                    "ж",
                    "中",
                    "😀",
                    "\uFF5E",
                    "\uE000",
                    "e\u0301",
                    "q\u0323\u0307",
                    " ",
                    "\t",
                    "\u00A0",
                    "\u202F",
                    "\n",
                    "%",
                    "_",
                    "'",
                    "\"",
                    "\\",
                    "{0}",
                    "?",
                    "1",
                    "12",
                    "-3.5",
                    "007",
                    "2026-05-01",
                    "Durand",
                    "éléphant",
                    "σς",
                    "ΑΣ");
    private static final List<String> ZONES =
            List.of(
                    "Europe/Paris",
                    "America/St_Johns",
                    "Pacific/Apia",
                    "Asia/Kathmandu",
                    "America/Sao_Paulo",
                    "UTC",
                    "+05:30",
                    "-11:00");

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    ZoneId zone() {
        return ZoneId.of(oneOf(ZONES));
    }

    String text() {
        var text = new StringBuilder();
        for (var i = 0; i <= random.nextInt(4); i++) {
            text.append(oneOf(SCRAPS));
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    long whole() {
        return switch (random.nextInt(6)) {
            case 0 -> oneOf(List.of(LARGEST, -LARGEST, LARGEST - 1, 0L));
            case 1 -> random.nextLong(-LARGEST, LARGEST);
            default -> random.nextInt(-20, 21);
        };
    }

    BigDecimal decimal(int precision, int scale) {
        if (chance(0.3)) {
            return BigDecimal.valueOf(random.nextInt(-5, 6));
        }
        var digits = 1 + random.nextInt(precision);
        var largest = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
        var unscaled =
                chance(0.2) ? largest : new BigInteger(largest.bitLength(), random).mod(largest);
        return new BigDecimal(chance(0.5) ? unscaled : unscaled.negate(), scale);
    }

    LocalDate date() {
        return switch (random.nextInt(8)) {
            case 0 ->
                    oneOf(
                            List.of(
                                    LocalDate.of(1, 1, 1),
                                    LocalDate.of(9999, 12, 31),
                                    LocalDate.of(2024, 2, 29),
                                    LocalDate.of(1582, 10, 10)));
            case 1 -> LocalDate.ofEpochDay(random.nextLong(-700_000, 2_900_000));
            default -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(-400, 400));
        };
    }

    Instant instant() {
        return switch (random.nextInt(8)) {
            case 0 ->
                    oneOf(
                            List.of(
                                    Instant.parse("0001-01-01T00:00:00Z"),
                                    Instant.parse("9999-12-31T23:59:59.999999Z"),
                                    Instant.parse("2026-03-29T00:59:59.999999Z"),
                                    Instant.parse("2026-03-29T01:00:00Z"),
                                    Instant.parse("2026-10-25T00:30:00Z"),
                                    Instant.parse("2011-12-30T10:00:00Z")));
            case 1 -> Instant.ofEpochSecond(random.nextLong(-3_000_000_000L, 9_000_000_000L));
            default ->
                    Instant.parse("2026-05-01T00:00:00Z")
                            .plus(
                                    random.nextLong(-40_000_000_000_000L, 40_000_000_000_000L),
                                    ChronoUnit.MICROS);
        };
    }

    Duration duration() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofDays(random.nextInt(-36_500, 36_500));
            case 1 -> Duration.of(random.nextLong(-2_000_000, 2_000_000), ChronoUnit.MICROS);
            default -> Duration.ofMinutes(random.nextInt(-5_000, 5_000));
        };
    }

    Money money() {
        return new Money(decimal(15, 4), oneOf(List.of("EUR", "USD", "CHF")));
    }

    GeoPoint point() {
        return new GeoPoint(
                BigDecimal.valueOf(random.nextLong(-900_000_000, 900_000_000), 7),
                BigDecimal.valueOf(random.nextLong(-1_800_000_000, 1_800_000_000), 7));
    }

    StoredFile file() {
        var name = text();
        return new StoredFile(
                new UUID(random.nextLong(), random.nextLong()),
                name.isBlank() ? "a.txt" : name,
                chance(0.5) ? "text/plain" : "image/png",
                1 + below(1_000_000),
                "ab".repeat(32));
    }

    Address address() {
        return new Address(
                perhaps(text()),
                perhaps(text()),
                perhaps("75001"),
                oneOf(List.of("Paris", "Lyon", "Œuf")),
                perhaps(text()),
                perhaps("FR"));
    }

    private @Nullable String perhaps(String text) {
        return chance(0.4) ? null : text;
    }

    /** A text as a constant of the language. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            switch (unit) {
                case '"', '\\' -> quoted.append('\\').append(unit);
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(unit);
            }
        }
        return quoted.append('"').toString();
    }
}
