package org.entente.engine.job;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.metadata.expression.Fold;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.BooleanType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.DateTimeType;
import org.entente.metadata.model.FieldType.DateType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.PercentType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns how a cell is spelled into how the API spells the same value. It decides nothing about the
 * value: a cell that it does not understand is passed on, to be refused where values are read.
 */
final class Spelling {

    static final String FRENCH = "fr";
    static final String ENGLISH = "en";

    private static final Pattern DATE_FORMAT = Pattern.compile("[dMyHhms/.\\- :T]{6,30}");
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,60}(\\.[0-9]{1,60})?");
    private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\u202F\\u2009']");
    private static final Pattern FRENCH_NUMBER =
            Pattern.compile(
                    "[+-]?([0-9]+|[0-9]{1,3}([. \\u00A0\\u202F\\u2009'][0-9]{3})+)(,[0-9]+)?");
    private static final Pattern ENGLISH_NUMBER =
            Pattern.compile(
                    "[+-]?([0-9]+|[0-9]{1,3}([, \\u00A0\\u202F\\u2009'][0-9]{3})+)(\\.[0-9]+)?");
    private static final Pattern LOCAL =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?)?");
    private static final Set<String> YES = Set.of("true", "yes", "y", "oui", "o", "vrai", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "non", "faux", "0");

    private static final Pattern BETWEEN = Pattern.compile("[;|,\\n]");
    private static final Pattern PAIR = Pattern.compile("\\s*[;,]\\s*|\\s+");
    private static final Pattern FRENCH_PAIR = Pattern.compile("\\s*;\\s*|\\s+");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final ZoneId zone;

    Spelling(ZoneId zone) {
        this.zone = zone;
    }

    static boolean isFormat(String format) {
        if (format.equals(FRENCH) || format.equals(ENGLISH)) {
            return true;
        }
        try {
            return DATE_FORMAT.matcher(format).matches() && pattern(format).toString() != null;
        } catch (IllegalArgumentException notAPattern) {
            return false;
        }
    }

    private static DateTimeFormatter pattern(String format) {
        return DateTimeFormatter.ofPattern(
                        format.replace("T", "'T'").replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The value of a cell as the API writes it. */
    Object wire(String cell, Field field, Target target) {
        return target.part().isPresent()
                ? part(cell, field.type(), target)
                : typed(cell, field.type(), target.format());
    }

    private static Object part(String cell, FieldType type, Target target) {
        var figure =
                type instanceof FieldType.GeoType
                        || (type instanceof MoneyType && target.part().orElse("").equals("amount"));
        return figure ? number(cell, target.format()) : cell.strip();
    }

    private Object typed(String cell, FieldType type, Optional<String> format) {
        return switch (type) {
            case IntegerType() -> integer(number(cell, format));
            case DecimalType decimal -> number(cell, format);
            case PercentType() -> percent(cell, format);
            case MoneyType money -> Map.of("amount", number(cell, format));
            case BooleanType() -> truth(cell);
            case DateType() -> date(cell.strip(), format);
            case DateTimeType() -> instant(cell.strip(), format);
            case FieldType.DurationType length -> cell.strip();
            case ChoiceType(var options) -> option(cell, options);
            case FieldType.MultiChoiceType(var options) -> several(cell, options);
            case FieldType.JsonType tree -> tree(cell);
            case FieldType.GeoType point -> point(cell, format);
            case FieldType.TextType text -> cell;
            case FieldType.LongTextType text -> cell;
            case FieldType.AutoNumberType number -> cell.strip();
            case FieldType.EmailType email -> cell.strip();
            case FieldType.PhoneType phone -> cell.strip();
            case FieldType.UrlType url -> cell.strip();
            case FieldType.AddressType address -> Map.of("street", cell.strip());
            case FieldType.ReferenceType reference -> cell.strip();
            case FieldType.MultiReferenceType references -> Keys.of(cell);
            case FieldType.TraitReferenceType reference -> cell.strip();
            case FieldType.Attached file -> cell;
            case FieldType.Computed computed -> cell;
        };
    }

    private static String number(String cell, Optional<String> format) {
        var text = cell.strip();
        if (format.filter(FRENCH::equals).isPresent() && FRENCH_NUMBER.matcher(text).matches()) {
            return without(text.replace(".", "")).replace(',', '.');
        }
        if (format.filter(ENGLISH::equals).isPresent() && ENGLISH_NUMBER.matcher(text).matches()) {
            return without(text.replace(",", ""));
        }
        return text;
    }

    private static String without(String text) {
        return SPACES.matcher(text).replaceAll("");
    }

    private static Object integer(String text) {
        return PLAIN.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    /** A sign says that it is of hundred; without one it is the fraction itself. */
    private static String percent(String cell, Optional<String> format) {
        var text = cell.strip();
        if (!text.endsWith("%")) {
            return number(text, format);
        }
        var figure = number(text.substring(0, text.length() - 1), format);
        return PLAIN.matcher(figure).matches()
                ? new BigDecimal(figure).movePointLeft(2).toPlainString()
                : text;
    }

    private static Object truth(String cell) {
        var word = Fold.fold(cell.strip());
        return YES.contains(word) ? true : NO.contains(word) ? false : cell;
    }

    private static String date(String text, Optional<String> format) {
        try {
            return format.isPresent()
                    ? LocalDate.parse(text, pattern(format.get())).toString()
                    : text;
        } catch (DateTimeException other) {
            return text;
        }
    }

    /** A time without a zone is one on the tenant's clocks. */
    private String instant(String text, Optional<String> format) {
        try {
            if (format.isEmpty()) {
                return LOCAL.matcher(text).matches() ? local(text) : text;
            }
            var pattern = pattern(format.get());
            var time =
                    format.get().contains("H")
                            ? LocalDateTime.parse(text, pattern)
                            : LocalDate.parse(text, pattern).atStartOfDay();
            return time.atZone(zone).toInstant().toString();
        } catch (DateTimeException other) {
            return text;
        }
    }

    private String local(String text) {
        var time = text.length() == 10 ? text + "T00:00" : text.replace(' ', 'T');
        return LocalDateTime.parse(time).atZone(zone).toInstant().toString();
    }

    /** Options between semicolons, bars, commas or ends of lines, as files of the world have it. */
    private static Object several(String cell, Map<String, FieldType.Option> options) {
        return JsonLine.list(cell.strip())
                .map(list -> list.stream().map(String::valueOf))
                .orElseGet(() -> BETWEEN.splitAsStream(cell))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .<Object>map(one -> option(one, options))
                .toList();
    }

    /** What is no JSON is passed on as something that no field takes. */
    private static Object tree(String cell) {
        try {
            var tree = JSON.readValue(cell, Object.class);
            return tree == null ? new Unreadable(cell) : tree;
        } catch (JacksonException broken) {
            return new Unreadable(cell);
        }
    }

    private record Unreadable(String cell) {}

    /** Latitude, then longitude; with French figures a semicolon or a space must part them. */
    private static Object point(String cell, Optional<String> format) {
        var french = format.filter(FRENCH::equals).isPresent();
        var between = french ? FRENCH_PAIR : PAIR;
        var parts = between.splitAsStream(cell.strip()).toList();
        return parts.size() == 2
                ? Map.of(
                        "lat", number(parts.getFirst(), format),
                        "lon", number(parts.getLast(), format))
                : cell;
    }

    /** By name, or by what it is called in any language. */
    private static String option(String cell, Map<String, FieldType.Option> options) {
        var text = cell.strip();
        if (options.containsKey(text)) {
            return text;
        }
        var folded = Fold.fold(text);
        var found =
                options.values().stream()
                        .filter(option ->
                                Fold.fold(option.name()).equals(folded)
                                        || option.label().stream()
                                                .flatMap(l -> l.byLanguage().values().stream())
                                                .anyMatch(l -> Fold.fold(l).equals(folded)))
                        .map(FieldType.Option::name)
                        .distinct()
                        .toList();
        return found.size() == 1 ? found.getFirst() : text;
    }
}
