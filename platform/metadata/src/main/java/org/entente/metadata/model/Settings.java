package org.entente.metadata.model;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What a tenant says of itself.
 *
 * @param languages at least one; the first sorts texts and fills in for a missing language
 * @param country ISO 3166-1 alpha-2; phone numbers without a country are read as of here
 * @param currency ISO 4217
 * @param packs names of the packs that the model builds on, in order
 */
public record Settings(
        Text title,
        List<Locale> languages,
        ZoneId timeZone,
        String country,
        String currency,
        List<String> packs) {
    public Settings {
        languages = List.copyOf(languages);
        packs = List.copyOf(packs);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a tenant has at least one language");
        }
    }
}
