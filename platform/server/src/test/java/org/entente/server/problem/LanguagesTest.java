package org.entente.server.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void theBestOfOursIsTaken() {
        assertEquals(Locale.FRENCH, Languages.of("fr-CH, fr;q=0.9, en;q=0.8"));
        assertEquals(Locale.ENGLISH, Languages.of("en-GB,fr;q=0.5"));
        assertEquals(Locale.FRENCH, Languages.of("de, fr;q=0.5"));
    }

    @Test
    void nonsenseIsEnglish() {
        assertEquals(Locale.ENGLISH, Languages.of(null));
        assertEquals(Locale.ENGLISH, Languages.of(";;;=,"));
        assertEquals(Locale.ENGLISH, Languages.of("de"));
        assertEquals(Locale.ENGLISH, Languages.of("fr,".repeat(1_000)));
    }
}
