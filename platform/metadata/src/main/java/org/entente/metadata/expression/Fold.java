package org.entente.metadata.expression;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What {@code fold(x)} means: lower case of each code point, then this table. Latin letters lose
 * their accents ({@code é} is {@code e}), ligatures and letters of their own become plain ones
 * ({@code œ} is {@code oe}), combining marks vanish. Memory reads the table and SQL gets the same
 * one, so both fold alike.
 */
public final class Fold {

    private static final Map<Integer, String> OWN_LETTERS =
            Map.ofEntries(
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'æ', "ae"),
                    Map.entry((int) 'œ', "oe"),
                    Map.entry((int) 'ø', "o"),
                    Map.entry((int) 'ð', "d"),
                    Map.entry((int) 'đ', "d"),
                    Map.entry((int) 'þ', "th"),
                    Map.entry((int) 'ħ', "h"),
                    Map.entry((int) 'ı', "i"),
                    Map.entry((int) 'ĳ', "ij"),
                    Map.entry((int) 'ĸ', "q"),
                    Map.entry((int) 'ŀ', "l"),
                    Map.entry((int) 'ł', "l"),
                    Map.entry((int) 'ŉ', "n"),
                    Map.entry((int) 'ŋ', "n"),
                    Map.entry((int) 'ŧ', "t"),
                    Map.entry((int) 'ſ', "s"),
                    Map.entry((int) 'ƀ', "b"),
                    Map.entry((int) 'ƶ', "z"),
                    Map.entry((int) 'ǆ', "dz"),
                    Map.entry((int) 'ǉ', "lj"),
                    Map.entry((int) 'ǌ', "nj"),
                    Map.entry((int) 'ǥ', "g"),
                    Map.entry((int) 'ǳ', "dz"),
                    Map.entry((int) 'ȷ', "j"),
                    Map.entry(0xFB00, "ff"),
                    Map.entry(0xFB01, "fi"),
                    Map.entry(0xFB02, "fl"),
                    Map.entry(0xFB03, "ffi"),
                    Map.entry(0xFB04, "ffl"),
                    Map.entry(0xFB05, "st"),
                    Map.entry(0xFB06, "st"));

    /** From a code point to what stands for it, which may be nothing; in order. */
    public static final Map<Integer, String> TABLE = table();

    private Fold() {}

    /** The text without case and accents. */
    public static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints()
                .map(Character::toLowerCase)
                .forEach(point -> {
                    var plain = TABLE.get(point);
                    if (plain == null) {
                        folded.appendCodePoint(point);
                    } else {
                        folded.append(plain);
                    }
                });
        return folded.toString();
    }

    private static Map<Integer, String> table() {
        var table = new TreeMap<Integer, String>();
        IntStream.concat(IntStream.rangeClosed(0xC0, 0x24F), IntStream.rangeClosed(0x1E00, 0x1EFF))
                .filter(point -> Character.toLowerCase(point) == point)
                .forEach(point -> {
                    var plain = plain(point);
                    if (!plain.equals(Character.toString(point))) {
                        table.put(point, plain);
                    }
                });
        table.putAll(OWN_LETTERS);
        IntStream.rangeClosed(0x300, 0x36F).forEach(mark -> table.put(mark, ""));
        return Collections.unmodifiableMap(table);
    }

    private static String plain(int point) {
        var plain = new StringBuilder();
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(part ->
                        plain.append(OWN_LETTERS.getOrDefault(part, Character.toString(part))));
        return plain.toString();
    }
}
