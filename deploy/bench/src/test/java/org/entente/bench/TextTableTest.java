package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void standsInColumnsAndIsMarkdown() {
        var table = new TextTable(List.of("shape", "n"));
        table.add(List.of("R1", "1,000"));
        assertEquals(
                """
                | shape |     n |
                | ----- | ----: |
                | R1    | 1,000 |
                """,
                table.toString());
    }

    @Test
    void aRowHasAllItsCells() {
        var table = new TextTable(List.of("shape", "n"));
        assertThrows(IllegalArgumentException.class, () -> table.add(List.of("R1")));
    }
}
