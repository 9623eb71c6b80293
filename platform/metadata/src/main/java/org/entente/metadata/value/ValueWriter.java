package org.entente.metadata.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.spi.Address;
import org.entente.spi.GeoPoint;
import org.entente.spi.Json;
import org.entente.spi.Money;
import org.entente.spi.Reference;
import org.entente.spi.StoredFile;
import org.jspecify.annotations.Nullable;

/** Writes values as they travel over the wire. */
public final class ValueWriter {

    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                    .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
                    .appendLiteral('Z')
                    .toFormatter(Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;
    private static final int LONGEST_INSTANT = 27;
    private static final int NANOS_OF_MICRO = 1_000;

    private ValueWriter() {}

    /**
     * The value as strings, numbers, booleans, maps and lists; null for none. A reference becomes
     * {@code {"id", "entity"}}; its label is the engine's to add.
     */
    public static @Nullable Object write(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal decimal -> decimal(decimal);
            case Money money -> money(money);
            case Instant instant -> instant(instant);
            case Address address -> address(address);
            case Reference(var id, var entity) -> reference(id.toString(), entity);
            case Duration duration -> Durations.write(duration);
            case GeoPoint point -> Globe.write(point);
            case StoredFile file -> Attachments.write(file);
            case Json(Object tree) -> tree;
            case List<?> several -> several.stream().map(ValueWriter::write).toList();
            case Boolean flag -> flag;
            case Number number -> number;
            default -> value.toString();
        };
    }

    /** By hand where the year has four digits: formatters take longer than all else of a record. */
    private static String instant(Instant instant) {
        var seconds = instant.getEpochSecond();
        if (seconds < YEAR_0 || seconds >= YEAR_10000) {
            return INSTANT.format(instant.truncatedTo(ChronoUnit.MICROS));
        }
        var time = LocalDateTime.ofEpochSecond(seconds, instant.getNano(), ZoneOffset.UTC);
        var text = new StringBuilder(LONGEST_INSTANT);
        digits(text, time.getYear(), 4);
        digits(text.append('-'), time.getMonthValue(), 2);
        digits(text.append('-'), time.getDayOfMonth(), 2);
        digits(text.append('T'), time.getHour(), 2);
        digits(text.append(':'), time.getMinute(), 2);
        digits(text.append(':'), time.getSecond(), 2);
        var micros = time.getNano() / NANOS_OF_MICRO;
        if (micros > 0) {
            digits(text.append('.'), micros, 6);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return text.append('Z').toString();
    }

    private static void digits(StringBuilder text, int number, int width) {
        var written = Integer.toString(number);
        text.repeat('0', width - written.length()).append(written);
    }

    private static String decimal(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** At least the decimals that are usual for the currency: {@code "12.50"} euros. */
    private static Map<String, Object> money(Money money) {
        var stripped = money.amount().stripTrailingZeros();
        var usual = Currencies.decimals(money.currency());
        var amount = stripped.setScale(Math.max(usual, stripped.scale()), RoundingMode.UNNECESSARY);
        var written = new LinkedHashMap<String, Object>();
        written.put("amount", amount.toPlainString());
        written.put("currency", money.currency());
        return Collections.unmodifiableMap(written);
    }

    private static Map<String, Object> reference(String id, String entity) {
        var written = new LinkedHashMap<String, Object>();
        written.put("id", id);
        written.put("entity", entity);
        return Collections.unmodifiableMap(written);
    }

    private static Map<String, Object> address(Address address) {
        var written = new LinkedHashMap<String, Object>();
        put(written, "street", address.street());
        put(written, "line2", address.line2());
        put(written, "postal_code", address.postalCode());
        put(written, "city", address.city());
        put(written, "region", address.region());
        put(written, "country", address.country());
        return Collections.unmodifiableMap(written);
    }

    private static void put(Map<String, Object> written, String part, @Nullable String text) {
        if (text != null) {
            written.put(part, text);
        }
    }
}
