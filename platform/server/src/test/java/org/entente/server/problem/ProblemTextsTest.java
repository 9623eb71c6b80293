package org.entente.server.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeHasTextsInEveryLanguage(ProblemCode code) {
        for (var language : Languages.ALL) {
            assertTrue(
                    texts.text(code.text() + ".title", language).isPresent(), language + " title");
            assertTrue(
                    texts.text(code.text() + ".message", language).isPresent(),
                    language + " message");
        }
    }

    @Test
    void everyLanguageHasTheSameTexts() {
        var english = new TreeSet<>(texts.keys(Locale.ENGLISH));
        assertEquals(english, new TreeSet<>(texts.keys(Locale.FRENCH)));
        assertFalse(english.isEmpty());
    }

    @Test
    void aMessageHoldsItsFacts() {
        var problem = Problem.of(ProblemCode.UNKNOWN_FIELD, "/filter", Map.of("name", "nope"));
        assertEquals("There is no field “nope”.", texts.message(problem, Locale.ENGLISH));
        assertEquals("Il n’y a pas de champ « nope ».", texts.message(problem, Locale.FRENCH));
    }

    @Test
    void aFactMayBeAList() {
        var options = Map.<String, Object>of("options", List.of("a", "b"));
        var problem = Problem.of(ProblemCode.UNKNOWN_OPTION, "/kind", options);
        assertEquals("The options are: a, b.", texts.message(problem, Locale.ENGLISH));
    }

    @Test
    void aFactThatLooksLikeAPatternStaysAsItIs() {
        var problem = Problem.of(ProblemCode.UNKNOWN_FIELD, "", Map.of("name", "$1\\{name}"));
        assertEquals("There is no field “$1\\{name}”.", texts.message(problem, Locale.ENGLISH));
    }

    @Test
    void withoutItsFactsAMessageGivesWayToTheTitle() {
        assertEquals(
                "Unknown field",
                texts.message(Problem.of(ProblemCode.UNKNOWN_FIELD), Locale.ENGLISH));
    }

    @Test
    void aReasonIsMoreExactThanACodeAndAPlaceIsTold() {
        var details = Map.<String, Object>of("reason", "not_json", "line", 2, "column", 7);
        var problem = Problem.of(ProblemCode.MALFORMED, "", details);
        assertEquals(
                "The JSON cannot be read. (line 2, column 7)",
                texts.message(problem, Locale.ENGLISH));
    }

    @Test
    void typesHaveWords() {
        var details =
                Map.<String, Object>of(
                        "reason", "cannot_compare", "left", "date_time", "right", "decimal");
        var problem = Problem.of(ProblemCode.TYPE_ERROR, "/filter", details);
        assertEquals(
                "Comparaison impossible : date et heure avec nombre.",
                texts.message(problem, Locale.FRENCH));
    }

    @Test
    void whatWasLikelyMeantIsTold() {
        var details = Map.<String, Object>of("name", "txt", "did_you_mean", "text");
        var problem = Problem.of(ProblemCode.UNKNOWN_TYPE, "/edits/0/value/type", details);
        assertEquals(
                "There is no field type “txt”. Did you mean “text”?",
                texts.message(problem, Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("reasonsOfExpressions")
    void everyReasonOfAnExpressionHasTexts(String reason) {
        for (var language : Languages.ALL) {
            assertTrue(
                    texts.keys(language).stream()
                            .anyMatch(key ->
                                    key.endsWith("." + reason) || key.equals(reason + ".message")),
                    language + ": " + reason);
        }
    }

    static Set<String> reasonsOfExpressions() throws IOException {
        return ExpressionReasons.all();
    }
}
