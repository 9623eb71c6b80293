package org.entente.metadata.value;

import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;

/** The currencies of ISO 4217. */
final class Currencies {

    private static final Map<String, Integer> DECIMALS =
            Currency.getAvailableCurrencies().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Currency::getCurrencyCode,
                                    currency -> Math.max(0, currency.getDefaultFractionDigits())));

    private Currencies() {}

    static boolean isKnown(String code) {
        return DECIMALS.containsKey(code);
    }

    /** How many decimals its amounts usually have. */
    static int decimals(String code) {
        return DECIMALS.getOrDefault(code, 0);
    }
}
