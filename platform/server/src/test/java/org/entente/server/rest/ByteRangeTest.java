package org.entente.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    private static ByteRange of(String header) {
        return ByteRange.of(Optional.of(header), 100);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=90-, 90, 99",
        "bytes=90-200, 90, 99",
        "bytes=-5, 95, 99",
        "bytes=-500, 0, 99",
        "bytes=99-99, 99, 99",
    })
    void isAPart(String header, long from, long to) {
        assertEquals(new ByteRange.Part(from, to), of(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=5-2", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b"})
    void isAllWhereNothingSensibleIsAsked(String header) {
        assertEquals(new ByteRange.Whole(), of(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=500-600", "bytes=-0"})
    void isBeyondTheEnd(String header) {
        assertEquals(new ByteRange.Beyond(), of(header));
    }

    @Test
    void isAllWithoutAHeader() {
        assertEquals(new ByteRange.Whole(), ByteRange.of(Optional.empty(), 1));
    }
}
