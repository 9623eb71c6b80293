package org.entente.server.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts facts into the places that a text has for them, such as {@code {name}}. */
final class Sentence {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

    /** Facts that may name a type, which has a word of its own in each language. */
    private static final Set<String> TYPES = Set.of("expected", "found", "left", "right");

    private final Locale language;
    private final UnaryOperator<String> word;

    /**
     * @param word what a type is called
     */
    Sentence(Locale language, UnaryOperator<String> word) {
        this.language = language;
        this.word = word;
    }

    /** The text with its facts; empty when one of them is missing. */
    Optional<String> fill(String template, Map<String, Object> facts) {
        var places = PLACE.matcher(template).results().map(match -> match.group(1)).toList();
        return facts.keySet().containsAll(places)
                ? Optional.of(
                        PLACE.matcher(template).replaceAll(match -> fact(match.group(1), facts)))
                : Optional.empty();
    }

    private String fact(String name, Map<String, Object> facts) {
        var written = written(facts.get(name));
        return Matcher.quoteReplacement(TYPES.contains(name) ? word.apply(written) : written);
    }

    private String written(@Nullable Object fact) {
        return switch (fact) {
            case List<?> list -> list.stream().map(this::written).collect(Collectors.joining(", "));
            case Map<?, ?> texts -> written(texts.get(language.getLanguage()));
            case null -> "";
            default -> fact.toString();
        };
    }
}
