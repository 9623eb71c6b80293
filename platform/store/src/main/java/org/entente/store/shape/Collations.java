package org.entente.store.shape;

import java.util.Locale;
import java.util.Set;

/** The order of texts in a language; the names are PostgreSQL's for the collations of ICU. */
public final class Collations {

    private static final String NEUTRAL = "und";

    private static final Set<String> LANGUAGES =
            Set.of(
                    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de",
                    "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fo", "fr", "ga", "gl", "gu",
                    "ha", "he", "hi", "hr", "hu", "hy", "id", "ig", "is", "it", "ja", "ka", "kk",
                    "km", "kn", "ko", "lb", "ln", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms",
                    "mt", "my", "nb", "ne", "nl", "nn", "pa", "pl", "ps", "pt", "ro", "ru", "si",
                    "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "ug", "uk", "ur",
                    "uz", "vi", "yo", "zh", "zu");

    private Collations() {}

    /** The collation's name, such as {@code fr-x-icu}; the neutral one for an unknown language. */
    public static String of(Locale language) {
        return code(language) + "-x-icu";
    }

    /** Two letters for the language, or {@code und}. */
    static String code(Locale language) {
        var code = language.getLanguage();
        return LANGUAGES.contains(code) ? code : NEUTRAL;
    }

    static Set<String> languages() {
        return LANGUAGES;
    }
}
