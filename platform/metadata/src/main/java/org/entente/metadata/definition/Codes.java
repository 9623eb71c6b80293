package org.entente.metadata.definition;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The codes of ISO and IANA that definitions use. */
final class Codes {

    private Codes() {}

    /** ISO 639-1, two small letters. */
    static boolean isLanguage(String code) {
        return code.length() == 2 && Arrays.asList(Locale.getISOLanguages()).contains(code);
    }

    /** All of ISO 639-1, in order. */
    static List<String> languages() {
        return Arrays.stream(Locale.getISOLanguages()).filter(Codes::isLanguage).sorted().toList();
    }

    /** ISO 3166-1 alpha-2, two capitals. */
    static boolean isCountry(String code) {
        return Arrays.asList(Locale.getISOCountries()).contains(code);
    }

    /** ISO 4217, three capitals. */
    static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    /** A region such as {@code Europe/Paris}, or {@code UTC}. */
    static boolean isTimeZone(String code) {
        return ZoneId.getAvailableZoneIds().contains(code);
    }
}
