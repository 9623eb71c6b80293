package org.entente.launcher.demo;

import java.text.Normalizer;
import java.util.Locale;

/** Names as e-mail addresses write them. */
public final class Slug {
    private Slug() {}

    /** Small letters and digits of ASCII, hyphens between. */
    public static String of(String text) {
        var plain =
                text.toLowerCase(Locale.ROOT)
                        .replace("œ", "oe")
                        .replace("æ", "ae")
                        .replace("ø", "o")
                        .replace("ł", "l")
                        .replace("ß", "ss");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
