package org.entente.server.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * What problems are called, in French and English. A text may hold facts as {@code {name}}; one
 * whose facts are missing gives way to the next, less exact one.
 */
public final class ProblemTexts {

    private static final Pattern FACT = Pattern.compile("\\{([a-z_]+)}");

    private final Map<String, Properties> byLanguage;

    public ProblemTexts() {
        this.byLanguage =
                Languages.ALL.stream()
                        .collect(Collectors.toMap(Locale::getLanguage, ProblemTexts::load));
    }

    /** What the kind of problem is called; the same for every problem of the code. */
    public String title(ProblemCode code, Locale language) {
        return text(code.text() + ".title", language).orElse(code.text());
    }

    /** What is wrong, with the facts of this problem. */
    public String message(Problem problem, Locale language) {
        var code = problem.code().text();
        var reason = String.valueOf(problem.details().get("reason"));
        return List.of("reason." + reason, code + ".message").stream()
                .flatMap(key -> text(key, language).stream())
                .flatMap(template -> fill(template, problem.details(), language).stream())
                .findFirst()
                .orElseGet(() -> title(problem.code(), language));
    }

    /** The text of a key, if the language has it. */
    Optional<String> text(String key, Locale language) {
        var texts = byLanguage.get(language.getLanguage());
        return Optional.ofNullable(texts).map(found -> found.getProperty(key));
    }

    /** The keys of all texts that a language has. */
    Set<String> keys(Locale language) {
        var texts = byLanguage.get(language.getLanguage());
        return texts == null ? Set.of() : texts.stringPropertyNames();
    }

    private static Optional<String> fill(
            String template, Map<String, Object> facts, Locale language) {
        var names = FACT.matcher(template).results().map(match -> match.group(1)).toList();
        if (!facts.keySet().containsAll(names)) {
            return Optional.empty();
        }
        return Optional.of(
                FACT.matcher(template)
                        .replaceAll(match ->
                                java.util.regex.Matcher.quoteReplacement(
                                        written(facts.get(match.group(1)), language))));
    }

    private static String written(@org.jspecify.annotations.Nullable Object fact, Locale language) {
        return switch (fact) {
            case List<?> list ->
                    list.stream()
                            .map(item -> written(item, language))
                            .collect(Collectors.joining(", "));
            case Map<?, ?> map -> written(map.get(language.getLanguage()), language);
            case null -> "";
            default -> fact.toString();
        };
    }

    private static Properties load(Locale language) {
        var name = "/texts/problems_" + language.getLanguage() + ".properties";
        var texts = new Properties();
        try (var in = ProblemTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
