package org.entente.metadata.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant by a name that is not there. */
final class Nearest {

    private static final int MOST = 3;
    private static final int FARTHEST = 2;

    private Nearest() {}

    private record Candidate(String name, int distance) {}

    static List<String> to(String name, Collection<String> names) {
        return names.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= FARTHEST)
                .map(candidate -> new Candidate(candidate, distance(name, candidate)))
                .filter(candidate -> candidate.distance() <= FARTHEST)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** Edits between two words (Levenshtein), case aside. */
    private static int distance(String a, String b) {
        var one = a.toLowerCase(Locale.ROOT);
        var other = b.toLowerCase(Locale.ROOT);
        var previous = new int[other.length() + 1];
        for (var j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] =
                        Math.min(
                                previous[j - 1] + change,
                                Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
