package org.entente.store.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import org.entente.store.fixture.Cell;
import org.junit.jupiter.api.Test;

class CollationsTest {

    @Test
    void areAllKnownToTheDatabase() {
        var known = new HashSet<>(Cell.shared().look().texts("select collname from pg_collation"));

        for (var language : Collations.languages()) {
            assertTrue(known.contains(Collations.of(Locale.of(language))), language);
        }
        assertTrue(known.contains(Collations.of(Locale.of("xx"))));
    }

    @Test
    void fallBackToTheNeutralOne() {
        assertEquals("fr-x-icu", Collations.of(Locale.FRANCE));
        assertEquals("und-x-icu", Collations.of(Locale.of("fr\"; drop")));
    }
}
