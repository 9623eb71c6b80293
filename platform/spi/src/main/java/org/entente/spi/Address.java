package org.entente.spi;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A postal address; every part may be missing, but not all of them.
 *
 * @param country ISO 3166-1 alpha-2, two capitals
 */
public record Address(
        @Nullable String street,
        @Nullable String line2,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country) {
    public Address {
        if (Stream.of(street, line2, postalCode, city, region, country).allMatch(Objects::isNull)) {
            throw new IllegalArgumentException("an address has at least one part");
        }
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a country has two capitals");
        }
    }
}
