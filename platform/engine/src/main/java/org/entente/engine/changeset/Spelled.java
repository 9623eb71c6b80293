package org.entente.engine.changeset;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.engine.record.Conversion;
import org.entente.metadata.expression.Fold;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.BooleanType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.DateTimeType;
import org.entente.metadata.model.FieldType.DateType;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Settings;
import org.entente.metadata.value.ValueReader;
import org.entente.metadata.value.ValueWriter;
import org.entente.spi.Money;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;

/**
 * A value of one type as a client would spell it for another; whether it is one, {@link
 * ValueReader} alone decides.
 */
final class Spelled {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,60}([.,][0-9]{1,60})?");
    private static final Set<String> YES = Set.of("true", "yes", "oui", "vrai", "1");
    private static final Set<String> NO = Set.of("false", "no", "non", "faux", "0");
    private static final List<DateTimeFormatter> DATES =
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE,
                    DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT)
                            .withResolverStyle(ResolverStyle.STRICT));

    private final Field after;
    private final Settings settings;

    private Spelled(Field after, Settings settings) {
        this.after = after;
        this.settings = settings;
    }

    static Conversion conversion(Entity entity, Field before, Field after, Model next) {
        return new Conversion(
                entity,
                before,
                after,
                next,
                value -> new Spelled(after, next.settings()).read(value),
                value -> new Spelled(before, next.settings()).read(value));
    }

    private Outcome<Optional<Object>> read(Object value) {
        return switch (after.type()) {
            case ReferenceType(var to, _, _) when value instanceof List<?> several ->
                    several.size() == 1
                            ? Outcome.done(Optional.of(leadingTo(to, several.getFirst())))
                            : Outcome.refused(Problem.of(ProblemCode.INVALID_VALUE));
            case MultiReferenceType(var to, _, _) when value instanceof Reference ->
                    Outcome.done(Optional.of(List.of(leadingTo(to, value))));
            default -> spelled(value);
        };
    }

    /** By the name that the entity has in that model. */
    private static Object leadingTo(String entity, Object reference) {
        return reference instanceof Reference(var id, _) ? new Reference(id, entity) : reference;
    }

    private Outcome<Optional<Object>> spelled(Object value) {
        return ValueReader.read(wire(value), after, settings);
    }

    private Object wire(Object value) {
        var type = after.type();
        return switch (value) {
            case Money money when !(type instanceof MoneyType) ->
                    wire(type.keyword().contains("text") ? spelled(money) : money.amount());
            case Instant instant when type instanceof DateType ->
                    instant.atZone(settings.timeZone()).toLocalDate().toString();
            case LocalDate date when type instanceof DateTimeType ->
                    date.atStartOfDay(settings.timeZone()).toInstant().toString();
            default -> {
                var wire = ValueWriter.write(value);
                yield wire instanceof Map<?, ?> || wire == null
                        ? value
                        : typed(wire.toString(), type);
            }
        };
    }

    private static String spelled(Money money) {
        return money.amount().stripTrailingZeros().toPlainString() + " " + money.currency();
    }

    private Object typed(String text, FieldType type) {
        var stripped = text.strip();
        return switch (type) {
            case IntegerType _ ->
                    NUMBER.matcher(stripped).matches() ? new BigDecimal(point(stripped)) : text;
            case BooleanType _ -> truth(stripped);
            case DateType _ -> date(stripped);
            case ChoiceType(var options) -> option(stripped, options);
            case MoneyType money -> money(stripped, money);
            default ->
                    NUMBER.matcher(stripped).matches() && isDecimal(type) ? point(stripped) : text;
        };
    }

    private static boolean isDecimal(FieldType type) {
        return Set.of("decimal", "percent").contains(type.keyword());
    }

    private static String point(String number) {
        return number.replace(',', '.');
    }

    private static Object truth(String text) {
        var word = Fold.fold(text);
        return YES.contains(word) ? (Object) true : NO.contains(word) ? (Object) false : text;
    }

    private static String date(String text) {
        for (var format : DATES) {
            try {
                return LocalDate.parse(text, format).toString();
            } catch (DateTimeParseException other) {
                // the next format may fit
            }
        }
        return text;
    }

    /** By name, or by what it is called in any language. */
    private static String option(String text, Map<String, FieldType.Option> options) {
        var folded = Fold.fold(text);
        return options.values().stream()
                .filter(option ->
                        Fold.fold(option.name()).equals(folded)
                                || option.label().stream()
                                        .flatMap(label -> label.byLanguage().values().stream())
                                        .anyMatch(label -> Fold.fold(label).equals(folded)))
                .map(FieldType.Option::name)
                .findFirst()
                .orElse(text);
    }

    /** An amount alone is one in the field's currency, else in the tenant's. */
    private Object money(String text, MoneyType type) {
        var parts = text.split(" ", 2);
        var currency = parts.length == 2 ? parts[1] : type.currency().orElse(settings.currency());
        return Map.of("amount", point(parts[0]), "currency", currency);
    }
}
