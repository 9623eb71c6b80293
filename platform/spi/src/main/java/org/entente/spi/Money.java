package org.entente.spi;

import java.math.BigDecimal;

/**
 * An amount in one currency.
 *
 * @param amount exact
 * @param currency ISO 4217, three capitals
 */
public record Money(BigDecimal amount, String currency) {
    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("a currency has three capitals");
        }
    }
}
