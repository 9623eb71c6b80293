package org.entente.metadata.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    @ParameterizedTest
    @CsvSource({
        "FR, FR",
        "fr, FR",
        "FRA, FR",
        "France, FR",
        "FRANCE, FR",
        "Allemagne, DE",
        "Germany, DE",
        "UK, GB",
        "U.K., GB",
        "Angleterre, GB",
        "Royaume-Uni, GB",
        "United Kingdom, GB",
        "USA, US",
        "U.S.A., US",
        "Etats-Unis, US",
        "\u00c9tats-Unis, US",
        "\u00c9tats-Unis d\u2019Am\u00e9rique, US",
        "United States, US",
        "Cote d'Ivoire, CI",
        "C\u00f4te d\u2019Ivoire, CI",
        "Ivory Coast, CI",
        "Coree du Sud, KR",
        "South Korea, KR",
        "Pays-Bas, NL",
        "The Netherlands, NL",
        "Czech Republic, CZ",
        "Tch\u00e9quie, CZ",
        "Turquie, TR",
        "Trinidad and Tobago, TT",
        "Trinidad & Tobago, TT",
        "St. Lucia, LC",
        "Saint Lucia, LC",
        "Myanmar, MM",
        "Saint-Martin, MF",
        "Ireland, IE",
        "Irlande, IE",
        "Venezuela, VE",
        "Brazil, BR",
        "' Mexico ', MX",
    })
    void knowsCountriesByTheNamesInUse(String name, String code) {
        assertEquals(Optional.of(code), Countries.code(name));
    }

    @ParameterizedTest
    @CsvSource({"Atlantis", "''", "XX", "FX", "Europe", "Paris", "???"})
    void knowsNothingElse(String name) {
        assertEquals(Optional.empty(), Countries.code(name));
    }

    @Test
    void knowsEveryCountryByItsNamesAndCodes() {
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            assertEquals(Optional.of(code), Countries.code(code));
            assertEquals(
                    Optional.of(code), Countries.code(country.getDisplayCountry(Locale.FRENCH)));
            assertEquals(
                    Optional.of(code), Countries.code(country.getDisplayCountry(Locale.ENGLISH)));
        }
    }
}
