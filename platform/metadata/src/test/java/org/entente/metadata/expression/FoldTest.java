package org.entente.metadata.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {

    @ParameterizedTest
    @CsvSource({
        "Éléonore, eleonore",
        "ŒUVRE, oeuvre",
        "Straße, strasse",
        "GROẞ, gross",
        "Łódź, lodz",
        "Đặng, dang",
        "Ærø, aero",
        "Þór, thor",
        "İstanbul, istanbul",
        "ﬁn, fin",
        "ǅ, dz",
        "x̂, x",
        "Ωmega, ωmega",
        "ЖУК, жук",
        "😀 a-1, 😀 a-1",
    })
    void dropsCaseAndAccents(String text, String folded) {
        assertEquals(folded, Fold.fold(text));
    }

    @Test
    void foldsNothingFurtherTheSecondTime() {
        for (var point : Fold.TABLE.keySet()) {
            var once = Fold.fold(Character.toString(point));
            assertEquals(once, Fold.fold(once));
        }
        assertTrue(Fold.TABLE.size() > 350, () -> "only " + Fold.TABLE.size());
    }

    @Test
    void trimsEveryBlankAtBothEnds() {
        assertEquals("a\u00A0b", Blanks.trim(Blanks.ALL + "a\u00A0b" + Blanks.ALL));
        assertEquals("", Blanks.trim(Blanks.ALL));
        assertEquals("\u200Ba", Blanks.trim(" \u200Ba "));
    }
}
