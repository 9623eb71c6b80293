package org.entente.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=\"a b.txt\" | a b.txt",
                "attachment;filename=plain.txt | plain.txt",
                "inline ; FileName = \"x.png\" | x.png",
                "attachment; filename=\"say \\\"hi\\\".txt\" | say \"hi\".txt",
                "attachment; filename*=UTF-8''%e2%82%ac%20rates.pdf | € rates.pdf",
                "attachment; filename=\"_.pdf\"; filename*=utf-8'fr'%C3%A9t%C3%A9.pdf | été.pdf",
                "attachment; filename*=UTF-8''new.txt; filename=\"old.txt\" | new.txt",
                "attachment; size=3; filename=\"a;b.txt\" | a;b.txt",
            })
    void readsTheName(String header, String name) {
        assertEquals(Outcome.done(name), Disposition.fileName(Optional.of(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachment", "attachment; size=3"})
    void asksForAName(String header) {
        assertEquals(ProblemCode.REQUIRED, code(Optional.of(header)));
        assertEquals(ProblemCode.REQUIRED, code(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "attachment; filename=\"open",
                "attachment; filename*=UTF-8''%e",
                "attachment; filename*=UTF-8''%zz",
                "attachment; filename*=UTF-8''%ff",
                "attachment; filename*=UTF-8''a b",
                "attachment; filename*=ISO-8859-1''%e9",
                "attachment; filename*=x",
                "attachment, filename=a",
            })
    void refusesWhatCannotBeRead(String header) {
        assertEquals(ProblemCode.MALFORMED, code(Optional.of(header)));
    }

    private static ProblemCode code(Optional<String> header) {
        return ((Outcome.Refused<String>) Disposition.fileName(header))
                .problems()
                .getFirst()
                .code();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.txt", "été \"x\" 100%.pdf", "契約書.docx", "a\\b;c'd*.txt", "👩‍🚀.gif"})
    void comesBackAsItWasWritten(String name) {
        var header = Disposition.of("attachment", name);
        assertEquals(Outcome.done(name), Disposition.fileName(Optional.of(header)));
        assertFalse(header.chars().anyMatch(c -> c < ' ' || c > 126), header);
    }

    @Test
    void cannotBreakOutOfTheHeader() {
        var header = Disposition.of("attachment", "a\"; filename=evil.html\r\nX: y");
        assertEquals(
                "attachment; filename=\"a_; filename=evil.html__X: y\";"
                        + " filename*=UTF-8''a%22%3B%20filename%3Devil.html%0D%0AX%3A%20y",
                header);
    }
}
