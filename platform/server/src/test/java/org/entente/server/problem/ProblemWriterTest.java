package org.entente.server.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;

class ProblemWriterTest {

    private final ProblemWriter writer = new ProblemWriter(new ProblemTexts());

    @Test
    void whatIsNotFoundTellsNothingApart() {
        var one = Problem.of(ProblemCode.NOT_FOUND, "/a", Map.of("entity", "person"));
        var other = Problem.of(ProblemCode.NOT_FOUND);
        var document = writer.document(List.of(one), Locale.FRENCH);
        assertEquals(writer.document(List.of(other), Locale.FRENCH), document);
        assertEquals(404, document.status());
        assertFalse(document.body().toString().contains("person"));
    }

    @Test
    void everyProblemIsListedWithItsPlace() {
        var document =
                writer.document(
                        List.of(
                                Problem.of(ProblemCode.REQUIRED, "/values/a", Map.of("name", "a")),
                                Problem.of(
                                        ProblemCode.READ_ONLY, "/values/b", Map.of("name", "b"))),
                        Locale.ENGLISH);
        assertEquals(422, document.status());
        assertEquals("required", document.body().get("code"));
        assertEquals(
                List.of(
                        Map.of(
                                "pointer", "/values/a",
                                "code", "required",
                                "message", "“a” must have a value.",
                                "params", Map.of("name", "a")),
                        Map.of(
                                "pointer", "/values/b",
                                "code", "read_only",
                                "message", "The field “b” cannot be written.",
                                "params", Map.of("name", "b"))),
                document.body().get("errors"));
    }

    @Test
    void aStaleWriteTellsWhatIsThereNow() {
        var details = Map.<String, Object>of("current", 4, "differing", List.of("amount"));
        var document =
                writer.document(
                        List.of(Problem.of(ProblemCode.STALE, "", details)), Locale.ENGLISH);
        assertEquals(412, document.status());
        assertEquals(4, document.body().get("current"));
        assertEquals(List.of("amount"), document.body().get("differing"));
    }

    @Test
    void theBlameGivesTheStatusWhereHttpHasNoWord() {
        assertEquals(400, Statuses.of(ProblemCode.UNKNOWN_FIELD));
        assertEquals(422, Statuses.of(ProblemCode.UNKNOWN_TYPE));
        assertEquals(500, Statuses.of(ProblemCode.INTERNAL));
        assertEquals(503, Statuses.of(ProblemCode.UNAVAILABLE));
    }
}
