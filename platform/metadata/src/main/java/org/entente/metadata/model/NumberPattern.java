package org.entente.metadata.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the numbers of records are written, such as {@code C-{yyyy}-{000000}}: as many zeros as there
 * are digits at least, once, and parts of the day on which the number is given.
 */
public record NumberPattern(String text) {

    private static final int LONGEST = 40;
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern DIGITS = Pattern.compile("0{1,18}");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ._/#:-]*");
    private static final Map<String, Function<LocalDate, String>> OF_DAY =
            Map.of(
                    "yyyy", day -> "%04d".formatted(day.getYear()),
                    "yy", day -> "%02d".formatted(day.getYear() % 100),
                    "MM", day -> "%02d".formatted(day.getMonthValue()),
                    "dd", day -> "%02d".formatted(day.getDayOfMonth()));

    /** When nothing is said of it. */
    public static final NumberPattern PLAIN_NUMBER = new NumberPattern("{000000}");

    public NumberPattern {
        if (!isFit(text)) {
            throw new IllegalArgumentException("no pattern of numbers");
        }
    }

    /** The pattern of a text, if it is one. */
    public static Optional<NumberPattern> of(String text) {
        return isFit(text) ? Optional.of(new NumberPattern(text)) : Optional.empty();
    }

    private static boolean isFit(String text) {
        var tokens = TOKEN.matcher(text).results().map(found -> found.group(1)).toList();
        var numbers = tokens.stream().filter(token -> DIGITS.matcher(token).matches()).count();
        var known =
                tokens.stream()
                        .allMatch(token ->
                                OF_DAY.containsKey(token) || DIGITS.matcher(token).matches());
        return text.length() <= LONGEST
                && numbers == 1
                && known
                && PLAIN.matcher(TOKEN.matcher(text).replaceAll("")).matches();
    }

    /** A number as it is written; one that has more digits than there are zeros is longer. */
    public String write(long number, LocalDate day) {
        return TOKEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(part(found.group(1), number, day)));
    }

    private static String part(String token, long number, LocalDate day) {
        var ofDay = OF_DAY.get(token);
        return ofDay != null ? ofDay.apply(day) : ("%0" + token.length() + "d").formatted(number);
    }
}
