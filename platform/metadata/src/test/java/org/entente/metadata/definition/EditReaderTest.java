package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditReaderTest {

    private static List<String> told(@Nullable Object edits) {
        return switch (EditReader.read(edits)) {
            case Outcome.Done<List<Edit>> done -> List.of();
            case Outcome.Refused<List<Edit>>(List<Problem> problems) -> Sources.told(problems);
        };
    }

    @Test
    void readsEveryKindOfEdit() {
        var edits =
                List.of(
                        Map.of("op", "put", "path", "roles/a", "value", Map.of("label", "A")),
                        Map.of("op", "remove", "path", "roles/b"),
                        Map.of("op", "rename", "path", "roles/c", "to", "d"));
        assertEquals(
                Outcome.done(
                        List.of(
                                new Edit.Put("roles/a", Map.of("label", "A")),
                                new Edit.Remove("roles/b"),
                                new Edit.Rename("roles/c", "d"))),
                EditReader.read(edits));
    }

    @Test
    void placesEveryProblem() {
        assertEquals(List.of("required /edits"), told(null));
        assertEquals(List.of("wrong_type /edits"), told("x"));
        assertEquals(List.of("wrong_type /edits/0"), told(List.of("x")));
        assertEquals(
                List.of("unknown_option /edits/0/op"),
                told(List.of(Map.of("op", "add", "path", "a"))));
        assertEquals(
                List.of("required /edits/0/op", "required /edits/0/path"), told(List.of(Map.of())));
        assertEquals(
                List.of("wrong_type /edits/0/path"),
                told(List.of(Map.of("op", "put", "path", 3, "value", Map.of()))));
        assertEquals(
                List.of("required /edits/0/value"),
                told(List.of(Map.of("op", "put", "path", "a"))));
        assertEquals(
                List.of("required /edits/1/to"),
                told(
                        List.of(
                                Map.of("op", "remove", "path", "a"),
                                Map.of("op", "rename", "path", "a"))));
        assertEquals(
                List.of("unknown_keyword /edits/0/valeu"),
                told(List.of(Map.of("op", "remove", "path", "a", "valeu", 1))));
        assertEquals(List.of("too_many /edits"), told(Collections.nCopies(1_001, Map.of())));
    }
}
