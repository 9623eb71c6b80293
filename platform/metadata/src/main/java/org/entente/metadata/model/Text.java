package org.entente.metadata.model;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text for people, in one or more languages.
 *
 * @param byLanguage two-letter language to text; the empty language holds a text given without one
 */
public record Text(Map<String, String> byLanguage) {
    public Text {
        byLanguage = java.util.Collections.unmodifiableMap(new TreeMap<>(byLanguage));
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text has at least one language");
        }
    }

    /** One text for every language. */
    public static Text of(String text) {
        return new Text(Map.of("", text));
    }

    /** The text in this language, else without language, else in the first language there is. */
    public String in(Locale language) {
        var exact = byLanguage.get(language.getLanguage());
        if (exact != null) {
            return exact;
        }
        var any = byLanguage.get("");
        return any != null ? any : byLanguage.values().iterator().next();
    }
}
