package org.entente.metadata.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.entente.spi.Address;
import org.entente.spi.Money;
import org.entente.spi.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueWriterTest {

    @ParameterizedTest
    @CsvSource({
        "12.50, 12.5",
        "1E+3, 1000",
        "0.000, 0",
        "0E+10, 0",
        "-0.10, -0.1",
        "1E-7, 0.0000001",
    })
    void writesDecimalsPlainly(String value, String written) {
        assertEquals(written, ValueWriter.write(new BigDecimal(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, EUR, 12.50",
        "12, EUR, 12.00",
        "12.3450, EUR, 12.345",
        "0, EUR, 0.00",
        "1200, JPY, 1200",
        "1E+3, JPY, 1000",
        "1.5, KWD, 1.500",
        "1.5, XYZ, 1.5",
    })
    void writesMoneyWithTheUsualDecimals(String amount, String currency, String written) {
        assertEquals(
                Map.of("amount", written, "currency", currency),
                ValueWriter.write(new Money(new BigDecimal(amount), currency)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T10:20:30Z, 2026-05-01T10:20:30Z",
        "2026-05-01T10:20:00Z, 2026-05-01T10:20:00Z",
        "2026-05-01T10:20:30.120Z, 2026-05-01T10:20:30.12Z",
        "2026-05-01T10:20:30.123456789Z, 2026-05-01T10:20:30.123456Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "2026-12-31T23:59:59.100Z, 2026-12-31T23:59:59.1Z",
        "1969-07-20T20:17:40.000001999Z, 1969-07-20T20:17:40.000001Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59Z, -0001-12-31T23:59:59Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z",
        "+10000-01-01T00:00:00Z, +10000-01-01T00:00:00Z",
    })
    void writesInstantsToTheMicrosecond(String value, String written) {
        assertEquals(written, ValueWriter.write(Instant.parse(value)));
    }

    @Test
    void writesOnlyThePartsOfAnAddressThatAreThere() {
        assertEquals(
                Map.of("postal_code", "75002", "country", "FR"),
                ValueWriter.write(new Address(null, null, "75002", null, null, "FR")));
    }

    @Test
    void writesAllElse() {
        var id = UUID.randomUUID();
        assertEquals(
                Map.of("id", id.toString(), "entity", "person"),
                ValueWriter.write(new Reference(id, "person")));
        assertNull(ValueWriter.write(null));
        assertEquals(3L, ValueWriter.write(3L));
        assertEquals(true, ValueWriter.write(true));
        assertEquals("x", ValueWriter.write("x"));
        assertEquals("0045-02-03", ValueWriter.write(LocalDate.of(45, 2, 3)));
        assertEquals("PT1H", ValueWriter.write(Duration.ofHours(1)));
    }
}
