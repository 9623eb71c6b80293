package org.entente.engine.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photo.png | photo.png",
                "C:\\fake path\\Été.pdf | Été.pdf",
                "../../etc/passwd | passwd",
                "a/b\\c.txt | c.txt",
                "'  spaced.txt  ' | spaced.txt",
                "<script>alert(1).html | <script>alert(1).html",
                "契約書.docx | 契約書.docx",
                "👩‍🚀.gif | 👩‍🚀.gif",
                ".bashrc | .bashrc",
            })
    void keepsTheNameAndDropsThePath(String sent, String kept) {
        assertEquals(Outcome.done(kept), FileNames.cleaned(sent));
    }

    @Test
    void composesAccents() {
        assertEquals(Outcome.done("\u00e9.txt"), FileNames.cleaned("e\u0301.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "a/..",
                "a\u0000.png",
                "a\nb.png",
                "a\u202egnp.exe",
                "a\u2066b.txt",
                "\ufeffa.txt",
                "a\u2028b.txt",
                "a\ud800.txt",
                "a\ue000.txt",
            })
    void refusesNamesThatReadAsSomethingElse(String sent) {
        assertEquals(ProblemCode.INVALID_VALUE, code(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "folder/", "C:\\folder\\"})
    void asksForAName(String sent) {
        assertEquals(ProblemCode.REQUIRED, code(sent));
    }

    @Test
    void takesTwoHundredCharactersAndNoMore() {
        assertEquals(Outcome.done("é".repeat(200)), FileNames.cleaned("é".repeat(200)));
        assertEquals(ProblemCode.INVALID_VALUE, code("é".repeat(201)));
    }

    private static ProblemCode code(String sent) {
        return ((Outcome.Refused<String>) FileNames.cleaned(sent)).problems().getFirst().code();
    }
}
