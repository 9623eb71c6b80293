package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final List<String> HOUSE =
            List.of(
                    "url=http://localhost:9280",
                    "keycloak=http://localhost:9281",
                    "database=9282",
                    "liberty=1",
                    "postgres=2",
                    "folder=/tmp");

    @Test
    void measuresEverythingUnlessToldOtherwise() {
        var settings = with();
        assertEquals(200_000, settings.rows());
        assertEquals(List.of(1, 16), settings.connections());
        assertTrue(settings.wants("R1") && settings.wants("R9"));
        assertTrue(settings.house().profile());
    }

    @Test
    void takesWhatTheCommandLineSays() {
        var settings =
                with("rows=5000", "seconds=3", "only=R2,R3", "connections=4", "profile=false");
        assertEquals(5_000, settings.rows());
        assertEquals(3, settings.seconds());
        assertEquals(List.of(4), settings.connections());
        assertTrue(settings.wants("R3"));
        assertFalse(settings.wants("R1"));
        assertFalse(settings.house().profile());
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThrows(BenchFailure.class, () -> with("rows=10"));
        assertThrows(BenchFailure.class, () -> with("seconds=0"));
        assertThrows(BenchFailure.class, () -> with("rows=many"));
        assertThrows(BenchFailure.class, () -> with("only=R10"));
        assertThrows(BenchFailure.class, () -> with("connections=0"));
        assertThrows(BenchFailure.class, () -> Settings.parse(List.of("rows=5000")));
    }

    private static Settings with(String... more) {
        var words = new ArrayList<>(HOUSE);
        words.addAll(List.of(more));
        return Settings.parse(words);
    }
}
