package org.entente.engine.job;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the cells of a column are spelled, as far as they tell.
 *
 * @param kind what they look like
 * @param format how it is written, when not as on the wire
 * @param ambiguous whether the cells could as well be read in another way
 */
record ValueShape(Kind kind, Optional<String> format, boolean ambiguous) {

    /** What cells look like. */
    enum Kind {
        DATE,
        DATE_TIME,
        NUMBER,
        EMAIL,
        PHONE,
        URL,
        TEXT
    }

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern PHONE = Pattern.compile("(\\+|00?)[1-9]([ .-]?[0-9]{2,4}){3,6}");
    private static final Pattern FRENCH =
            Pattern.compile("[+-]?[0-9]{1,3}([ .\\u00A0\\u202F]?[0-9]{3})*(,[0-9]+)? ?%?");
    private static final Pattern ENGLISH =
            Pattern.compile("[+-]?[0-9]{1,3}(,?[0-9]{3})*(\\.[0-9]+)? ?%?");
    private static final Pattern WITH_ZONE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*(Z|[+-][0-9:]{5})");
    private static final List<String> DATES =
            List.of(
                    "yyyy-MM-dd",
                    "dd/MM/yyyy",
                    "MM/dd/yyyy",
                    "dd.MM.yyyy",
                    "dd-MM-yyyy",
                    "yyyy/MM/dd",
                    "d/M/yyyy",
                    "M/d/yyyy",
                    "yyyyMMdd");
    private static final List<String> TIMES =
            List.of("THH:mm:ss", " HH:mm:ss", " HH:mm", "THH:mm", "THH:mm:ss.SSS");

    static ValueShape of(Column column, Locale country) {
        var cells = column.cells().stream().map(String::strip).toList();
        if (cells.isEmpty()) {
            return plain(Kind.TEXT);
        }
        return Stream.of(known(cells), times(cells), dates(cells, country), numbers(cells))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(plain(Kind.TEXT));
    }

    private static ValueShape plain(Kind kind) {
        return new ValueShape(kind, Optional.empty(), false);
    }

    private static Optional<ValueShape> known(List<String> cells) {
        return Stream.of(Kind.EMAIL, Kind.URL, Kind.PHONE, Kind.DATE_TIME)
                .filter(kind -> all(cells, pattern(kind)))
                .findFirst()
                .map(ValueShape::plain);
    }

    private static Pattern pattern(Kind kind) {
        return switch (kind) {
            case EMAIL -> EMAIL;
            case URL -> URL;
            case PHONE -> PHONE;
            case DATE_TIME -> WITH_ZONE;
            case DATE, NUMBER, TEXT -> NUMBER;
        };
    }

    private static boolean all(List<String> cells, Pattern pattern) {
        return cells.stream().allMatch(cell -> pattern.matcher(cell).matches());
    }

    private static Optional<ValueShape> times(List<String> cells) {
        return DATES.stream()
                .limit(5)
                .flatMap(date -> TIMES.stream().map(date::concat))
                .filter(format -> fits(cells, format))
                .findFirst()
                .map(format -> new ValueShape(Kind.DATE_TIME, Optional.of(format), twoWays(cells)));
    }

    /** Days and months that could change places are read as the country does, and told. */
    private static Optional<ValueShape> dates(List<String> cells, Locale country) {
        var fitting = DATES.stream().filter(format -> fits(cells, format)).toList();
        if (fitting.isEmpty() || (fitting.equals(List.of("yyyyMMdd")) && cells.size() < 3)) {
            return Optional.empty();
        }
        var american = country.getCountry().equals("US");
        var chosen =
                fitting.stream()
                        .filter(format -> format.startsWith("M") == american)
                        .findFirst()
                        .orElse(fitting.getFirst());
        return Optional.of(
                chosen.equals("yyyy-MM-dd")
                        ? plain(Kind.DATE)
                        : new ValueShape(Kind.DATE, Optional.of(chosen), twoWays(cells)));
    }

    private static boolean twoWays(List<String> cells) {
        var dates = cells.stream().map(cell -> cell.split("[ T]", 2)[0]).toList();
        return fits(dates, "d/M/yyyy") && fits(dates, "M/d/yyyy");
    }

    private static boolean fits(List<String> cells, String format) {
        var formatter =
                DateTimeFormatter.ofPattern(
                                format.replace("T", "'T'").replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(java.time.format.ResolverStyle.STRICT);
        return cells.stream().allMatch(cell -> parses(cell, formatter));
    }

    private static boolean parses(String cell, DateTimeFormatter formatter) {
        try {
            LocalDate.parse(cell, formatter);
            return true;
        } catch (DateTimeException other) {
            return false;
        }
    }

    private static Optional<ValueShape> numbers(List<String> cells) {
        if (all(cells, NUMBER)) {
            return Optional.of(plain(Kind.NUMBER));
        }
        var french = all(cells, FRENCH);
        var english = all(cells, ENGLISH);
        return french || english
                ? Optional.of(
                        new ValueShape(
                                Kind.NUMBER,
                                Optional.of(french ? Spelling.FRENCH : Spelling.ENGLISH),
                                french && english))
                : Optional.empty();
    }
}
