package org.entente.engine.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Several keys or ids in one cell: between semicolons, bars or ends of lines, in quotation marks
 * where one of these is within a key. A comma may be within a key. Objects of JSON are taken as
 * they travel.
 */
final class Keys {

    private static final Pattern ONE =
            Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"\\s*|([^;|\\n]*))(?:[;|\\n]|$)");
    private static final Pattern MARKED = Pattern.compile("(?s)\\s*\".*|.*[;|\\n].*");

    private Keys() {}

    /** Texts, or objects that say where they lead. */
    static List<Object> of(String cell) {
        var text = cell.strip();
        var travelled = JsonLine.list(text).filter(Keys::areKeys);
        if (travelled.isPresent()) {
            return travelled.get();
        }
        var keys = new ArrayList<Object>();
        var matcher = ONE.matcher(text);
        while (matcher.regionStart() <= text.length() && matcher.lookingAt()) {
            var quoted = matcher.group(1);
            var key = quoted == null ? matcher.group(2).strip() : quoted.replace("\"\"", "\"");
            if (!key.isEmpty()) {
                keys.add(key);
            }
            if (matcher.end() >= text.length()) {
                break;
            }
            matcher.region(matcher.end(), text.length());
        }
        return keys;
    }

    private static boolean areKeys(List<Object> list) {
        return list.stream()
                .allMatch(one ->
                        one instanceof String
                                || (one instanceof Map<?, ?> map && map.containsKey("id")));
    }

    /** A key as it stands among others. */
    static String quoted(String key) {
        return MARKED.matcher(key).matches() ? "\"" + key.replace("\"", "\"\"") + "\"" : key;
    }
}
