package org.entente.metadata.definition;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.metadata.model.SystemFields;

/** What may be a name, and what somebody probably meant. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern KEY = Pattern.compile("k[0-9a-z]{8}");
    private static final Pattern PATH =
            Pattern.compile("[a-z][a-z0-9_]{0,62}(\\.[a-z][a-z0-9_]{0,62}){0,9}");

    /** Words that expressions give a meaning to, CEL's reserved words included. */
    private static final Set<String> OF_EXPRESSIONS =
            Set.of(
                    "me",
                    "now",
                    "today",
                    "old",
                    "params",
                    "in",
                    "as",
                    "null",
                    "true",
                    "false",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "for",
                    "function",
                    "if",
                    "import",
                    "let",
                    "loop",
                    "package",
                    "namespace",
                    "return",
                    "var",
                    "void",
                    "while");

    /** What every record has. */
    private static final Set<String> OF_RECORDS =
            Stream.concat(
                            Stream.of("id", "entity", "version", "deleted_at"),
                            SystemFields.ALL.stream().map(field -> field.name()))
                    .collect(Collectors.toUnmodifiableSet());

    private Names() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** Whether this is a field's name, or several joined by dots. */
    static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }

    /** Whether an entity or a field must not be called so. */
    static boolean isReserved(String name) {
        return OF_EXPRESSIONS.contains(name) || OF_RECORDS.contains(name);
    }

    /** All that an entity or a field must not be called, in order. */
    static List<String> reserved() {
        return Stream.concat(OF_EXPRESSIONS.stream(), OF_RECORDS.stream()).sorted().toList();
    }

    /** A label for something that was given none: {@code due_on} becomes {@code Due on}. */
    static String humanised(String name) {
        var words = name.replace('_', ' ').strip();
        return words.isEmpty()
                ? name
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The known word that differs by the fewest letters, when these are few. */
    static Optional<String> nearest(String word, Collection<String> known) {
        var limit = Math.max(1, Math.min(3, word.length() / 3));
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= limit)
                .min((a, b) -> {
                    var byDistance = Integer.compare(distance(word, a), distance(word, b));
                    return byDistance != 0 ? byDistance : a.compareTo(b);
                });
    }

    /** Optimal string alignment: edits and swaps of neighbours. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        var table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : cell(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int cell(int[][] table, String a, String b, int i, int j) {
        var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        var best =
                Math.min(
                        Math.min(table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + same);
        var swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
