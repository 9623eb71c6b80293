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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * What problems are called, in French and English. The text of a reason ({@code
 * type_error.wrong_type}) goes before the messages of its code ({@code type_error.message}, {@code
 * …message2}); a text whose facts are missing gives way to the next, at last to the title.
 */
public final class ProblemTexts {

    private static final List<String> LIKELY = List.of("suggestion", "did_you_mean");

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

    /**
     * What is wrong, with the facts of this problem, its place in a text, and what was likely
     * meant.
     */
    public String message(Problem problem, Locale language) {
        var sentence = new Sentence(language, type -> text("word." + type, language).orElse(type));
        var facts = problem.details();
        var message =
                keys(problem)
                        .flatMap(key -> text(key, language).stream())
                        .flatMap(text -> sentence.fill(text, facts).stream())
                        .findFirst()
                        .orElseGet(() -> title(problem.code(), language));
        var place = text("at", language).flatMap(text -> sentence.fill(text, facts));
        var hint =
                meant(problem)
                        .flatMap(meant ->
                                text("hint", language)
                                        .flatMap(t -> sentence.fill(t, Map.of("hint", meant))));
        return message + place.map(" "::concat).orElse("") + hint.map(" "::concat).orElse("");
    }

    private static Stream<String> keys(Problem problem) {
        var code = problem.code().text();
        var reason = problem.details().get("reason");
        var exact = reason == null ? "message" : reason.toString().replace(' ', '_');
        return Stream.of(exact, "message", "message2", "message3").map(key -> code + "." + key);
    }

    private static Optional<Object> meant(Problem problem) {
        return LIKELY.stream()
                .flatMap(name -> Stream.ofNullable(problem.details().get(name)))
                .findFirst();
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
