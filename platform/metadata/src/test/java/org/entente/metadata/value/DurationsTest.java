package org.entente.metadata.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.entente.metadata.model.NumberPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "P1D, P1D",
        "PT36H, P1DT12H",
        "P2W, P14D",
        "-PT90M, -PT1H30M",
        "PT0.0000015S, PT0.000001S",
        "PT0S, PT0S",
        "P1DT-24H, PT0S",
    })
    void writesALengthInOneWay(String given, String written) {
        assertEquals(Optional.of(written), Durations.parse(given).map(Durations::write));
        assertEquals(Durations.parse(given), Durations.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "P1M", "P1Y", "P1.5D", "1D", "P36501D", "P99999999999999999D"})
    void takesNothingWithoutAFixedLength(String text) {
        assertTrue(Durations.parse(text).isEmpty());
    }

    @Test
    void writesWhatItReads() {
        assertEquals(Optional.of(Duration.ofSeconds(-1, 500_000_000)), Durations.parse("-PT0.5S"));
        assertEquals("-PT0.5S", Durations.write(Duration.ofMillis(-500)));
    }

    @ParameterizedTest
    @CsvSource({"C-{yyyy}-{0000}, C-2026-0042", "{0}, 42", "{yy}{MM}{dd}/{000}, 261125/042"})
    void writesNumbers(String pattern, String written) {
        var day = LocalDate.of(2026, 11, 25);
        assertEquals(written, new NumberPattern(pattern).write(42, day));
        assertTrue(new NumberPattern(pattern).write(123_456, day).contains("123456"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "C-{yyyy}", "{0}{0}", "{mm}{0}", "{0", "{0}<", "{0000000000000000000}"})
    void refusesPatternsThatTellNoNumbersApart(String pattern) {
        assertTrue(NumberPattern.of(pattern).isEmpty());
    }
}
