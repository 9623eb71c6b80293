package org.entente.launcher.demo.horizon;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Words;

/** Names as people of that age have them. */
final class FrenchNames {
    private static final int FIRST_DECADE = 1930;
    private static final int LAST_DECADE = 2020;

    private final Map<String, List<String>> firstNames = new HashMap<>();
    private final List<String> surnames = Words.lines("surnames-fr");

    FrenchNames() {
        for (var row : Words.rows("first-names-fr", 3)) {
            firstNames.put(row.get(0) + row.get(1), Arrays.asList(row.get(2).split(" ", -1)));
        }
    }

    String first(Dice dice, boolean female, int year) {
        var decade =
                Math.clamp(
                        Math.floorDiv(year + dice.between(-4, 4), 10) * 10L,
                        FIRST_DECADE,
                        LAST_DECADE);
        return dice.early(
                firstNames.getOrDefault((female ? "f" : "m") + decade, List.of("Camille")));
    }

    String last(Dice dice) {
        return dice.early(surnames);
    }

    /** Some carry both names of a couple. */
    static String joined(String one, String other) {
        return one.equals(other) ? one : one + "-" + other;
    }
}
