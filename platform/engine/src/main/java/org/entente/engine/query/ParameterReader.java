package org.entente.engine.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.value.Durations;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Reads the value of a parameter as the type that its expression gives it. */
final class ParameterReader {

    private static final int MOST_DIGITS = 38;

    private ParameterReader() {}

    /** A value that was read; null stays null. */
    record Value(@Nullable Object value) {}

    static Outcome<Value> read(@Nullable Object raw, ValueType type, String at) {
        if (raw == null) {
            return Outcome.done(new Value(null));
        }
        Optional<?> value;
        try {
            value = typed(raw, type);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException unreadable) {
            value = Optional.empty();
        }
        return value.isPresent()
                ? Outcome.done(new Value(value.get()))
                : Outcome.refused(
                        Problem.of(ProblemCode.WRONG_TYPE, at, Map.of("expected", word(type))));
    }

    private static Optional<?> typed(Object raw, ValueType type) {
        return switch (type) {
            case Simple simple -> simple(raw, simple);
            case Choice(var choice) ->
                    raw instanceof String name && choice.options().containsKey(name)
                            ? Optional.of(name)
                            : Optional.empty();
            case ToEntity(var entity) -> reference(raw, entity);
            case ToTrait trait -> reference(raw, "");
            case Several several -> Optional.empty();
        };
    }

    /** An id alone, or as a reference travels; only the id counts in a comparison. */
    private static Optional<Reference> reference(Object raw, String entity) {
        var id = raw instanceof Map<?, ?> wire ? wire.get("id") : raw;
        return id instanceof String text
                ? Optional.of(new Reference(UUID.fromString(text), entity))
                : Optional.empty();
    }

    private static Optional<?> simple(Object raw, Simple type) {
        return switch (type) {
            case BOOLEAN -> truth(raw);
            case INTEGER -> number(raw).filter(n -> n.stripTrailingZeros().scale() <= 0);
            case DECIMAL -> number(raw);
            case TEXT -> text(raw);
            case DATE -> text(raw).map(LocalDate::parse).filter(ParameterReader::common);
            case DATE_TIME ->
                    text(raw)
                            .map(OffsetDateTime::parse)
                            .map(at -> at.toInstant().truncatedTo(ChronoUnit.MICROS));
            case DURATION -> text(raw).flatMap(Durations::parse);
            case NULL, MONEY, ADDRESS, GEO, FILE, JSON -> Optional.empty();
        };
    }

    private static boolean common(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999;
    }

    private static Optional<Boolean> truth(Object raw) {
        return switch (raw) {
            case Boolean flag -> Optional.of(flag);
            case String text when text.equals("true") -> Optional.of(true);
            case String text when text.equals("false") -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(Object raw) {
        var number =
                switch (raw) {
                    case BigDecimal decimal -> decimal;
                    case BigInteger whole -> new BigDecimal(whole);
                    case Long whole -> BigDecimal.valueOf(whole);
                    case Integer whole -> BigDecimal.valueOf(whole);
                    case String text when text.length() <= 2 * MOST_DIGITS -> new BigDecimal(text);
                    default -> null;
                };
        return Optional.ofNullable(number)
                .filter(n -> n.precision() <= MOST_DIGITS && Math.abs(n.scale()) <= MOST_DIGITS);
    }

    private static Optional<String> text(Object raw) {
        return raw instanceof String text && text.indexOf('\0') < 0
                ? Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC))
                : Optional.empty();
    }

    private static String word(ValueType type) {
        return switch (type) {
            case Simple simple -> simple.name().toLowerCase(java.util.Locale.ROOT);
            case Choice choice -> "choice";
            case ToEntity reference -> "reference";
            case ToTrait reference -> "reference";
            case Several several -> "list";
        };
    }
}
