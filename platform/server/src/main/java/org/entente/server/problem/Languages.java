package org.entente.server.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the server's own texts. */
public final class Languages {

    /** All of them; the first is taken where nothing fits. */
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.FRENCH);

    private Languages() {}

    /** The best for an {@code Accept-Language} header, which may be missing or nonsense. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return ALL.getFirst();
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ALL);
            return best == null ? ALL.getFirst() : best;
        } catch (IllegalArgumentException nonsense) {
            return ALL.getFirst();
        }
    }
}
