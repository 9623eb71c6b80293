package org.entente.spi;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NounsTest {

    @ParameterizedTest
    @ValueSource(strings = {"horizon", "a1", "mutuelle-du-sud", "x234567890123456789012345678901"})
    void takesAddressableTenantNames(String name) {
        assertTrue(Tenant.isName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "A1",
                "1a",
                "-a",
                "é1",
                "a_b",
                "a b",
                "a.b",
                "x2345678901234567890123456789012"
            })
    void refusesOtherTenantNames(String name) {
        assertFalse(Tenant.isName(name));
        assertThrows(IllegalArgumentException.class, () -> new Tenant(new UUID(0, 1), 1, name));
    }

    @Test
    void aTenantsNumberIsPositive() {
        assertThrows(
                IllegalArgumentException.class, () -> new Tenant(new UUID(0, 1), 0, "horizon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EURO", "€"})
    void moneyHasACurrencyOfThreeCapitals(String currency) {
        assertThrows(IllegalArgumentException.class, () -> new Money(BigDecimal.ONE, currency));
    }

    @Test
    void anAddressSaysSomething() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Address(null, null, null, null, null, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Address(null, null, null, "Paris", null, "France"));
    }
}
