package org.entente.engine.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectSniffTest {

    private static Dialect of(String text) {
        return DialectSniff.of(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static List<String> names(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return FileSniff.columns(bytes, true, DialectSniff.of(bytes, true)).stream()
                .map(Column::name)
                .toList();
    }

    @Test
    void takesTheDelimiterThatCutsRowsAlike() {
        assertEquals(';', of("a;b;c\n1,5;2;3\n2,5;3;4\n").delimiter());
        assertEquals(',', of("a,b,c\n\"1;2\",2,3\n").delimiter());
        assertEquals('\t', of("a\tb, c\n1\t2\n").delimiter());
        assertEquals('|', of("a|b\n1|2\n").delimiter());
        assertEquals(',', of("only one column\n1\n").delimiter());
    }

    @Test
    void seesSingleQuotes() {
        assertEquals('\'', of("'a','b'\n'1,5','2'\n").quote());
        assertEquals('"', of("a,b\nl'un,l'autre\n").quote());
    }

    @Test
    void passesOverAPreamble() {
        var dialect = of("Export of the day\n\nname;age;city\nA;1;x\nB;2;y\nC;3;z\nD;4;x\nE;5;y\n");
        assertEquals(1, dialect.preamble());
        assertTrue(dialect.header());
        assertEquals(
                List.of("name", "age", "city"),
                names("Export of the day\n\nname;age;city\nA;1;x\nB;2;y\nC;3;z\nD;4;x\nE;5;y\n"));
    }

    @Test
    void seesThatThereIsNoHeader() {
        assertFalse(of("1,Ann\n2,Bob\n").header());
        assertEquals(List.of("column_1", "column_2"), names("1,Ann\n2,Bob\n"));
    }

    @Test
    void namesEveryColumnDifferently() {
        assertEquals(List.of("a", "column_2", "a_2"), names("a,,a\nx,y,z\n"));
    }

    @Test
    void tellsTheEncoding() {
        var utf8 = "é€".getBytes(StandardCharsets.UTF_8);
        assertEquals(StandardCharsets.UTF_8, Encoding.of(utf8, true));
        assertEquals(StandardCharsets.UTF_8, Encoding.of(Arrays.copyOf(utf8, 4), false));
        assertEquals(Encoding.WINDOWS, Encoding.of("é€".getBytes(Encoding.WINDOWS), true));
        assertEquals(
                StandardCharsets.UTF_16LE,
                Encoding.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 65, 0}, true));
        assertEquals(List.of("id", "ville"), names("\uFEFFid;ville\n1;Évry\n"));
    }

    @Test
    void passesOverTheRowThatTheHeadCuts() {
        var head = "a;b\n1;2\n3;4\n5".getBytes(StandardCharsets.UTF_8);
        assertEquals(';', DialectSniff.of(head, false).delimiter());
        var column = FileSniff.columns(head, false, DialectSniff.of(head, false)).getFirst();
        assertEquals(List.of("1", "3"), column.cells());
    }
}
