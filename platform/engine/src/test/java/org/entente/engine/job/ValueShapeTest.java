package org.entente.engine.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.engine.job.ValueShape.Kind;
import org.junit.jupiter.api.Test;

class ValueShapeTest {

    private static ValueShape of(String... cells) {
        return of(Locale.FRANCE, cells);
    }

    private static ValueShape of(Locale country, String... cells) {
        return ValueShape.of(new Column("c", List.of(cells), 0), country);
    }

    @Test
    void readsDatesByTheDayThatCanBeNoMonth() {
        assertEquals(
                new ValueShape(Kind.DATE, Optional.of("dd/MM/yyyy"), false),
                of("01/02/2026", "25/12/2026"));
        assertEquals(
                new ValueShape(Kind.DATE, Optional.of("MM/dd/yyyy"), false),
                of("01/02/2026", "12/25/2026"));
        assertEquals(new ValueShape(Kind.DATE, Optional.empty(), false), of("2026-05-01"));
    }

    @Test
    void tellsWhenDayAndMonthCouldChangePlaces() {
        assertTrue(of("01/02/2026").ambiguous());
        assertEquals(Optional.of("dd/MM/yyyy"), of("01/02/2026").format());
        assertEquals(Optional.of("MM/dd/yyyy"), of(Locale.US, "01/02/2026").format());
    }

    @Test
    void readsTimesWithoutAZone() {
        var shape = of("2018-07-10T14:17:15");
        assertEquals(Kind.DATE_TIME, shape.kind());
        assertEquals(Optional.of("yyyy-MM-ddTHH:mm:ss"), shape.format());
        assertEquals(Optional.empty(), of("2018-07-10T14:17:15Z").format());
    }

    @Test
    void readsNumbers() {
        assertEquals(new ValueShape(Kind.NUMBER, Optional.empty(), false), of("1", "-2.5"));
        assertEquals(new ValueShape(Kind.NUMBER, Optional.of("fr"), false), of("1 234,56", "7"));
        assertEquals(new ValueShape(Kind.NUMBER, Optional.of("en"), false), of("1,234.56", "7"));
        assertTrue(of("1,234").ambiguous());
        assertFalse(of("12").ambiguous());
    }

    @Test
    void knowsAddressesOfTheNet() {
        assertEquals(Kind.EMAIL, of("a@b.fr").kind());
        assertEquals(Kind.URL, of("https://b.fr/x").kind());
        assertEquals(Kind.PHONE, of("01 23 45 67 89", "+33123456789").kind());
        assertEquals(Kind.TEXT, of("a", "1").kind());
    }
}
