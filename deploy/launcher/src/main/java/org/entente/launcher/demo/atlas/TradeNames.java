package org.entente.launcher.demo.atlas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Words;

/** Names as they are in the country. */
final class TradeNames {
    private record People(List<String> given, List<String> family) {}

    private static final People ELSEWHERE = new People(List.of("Alex"), List.of("Smith"));

    private final Map<String, People> byCountry = new HashMap<>();

    TradeNames() {
        for (var row : Words.rows("atlas/people", 3)) {
            var people = new People(names(row.get(1)), names(row.get(2)));
            Words.parts(row.get(0), " ").forEach(country -> byCountry.put(country, people));
        }
    }

    /** An underscore stands for a space within a name. */
    private static List<String> names(String column) {
        return Arrays.stream(column.split(" ", -1)).map(name -> name.replace('_', ' ')).toList();
    }

    String given(String country, Dice dice) {
        return dice.one(people(country).given());
    }

    String family(String country, Dice dice) {
        return dice.one(people(country).family());
    }

    private People people(String country) {
        return byCountry.getOrDefault(country, ELSEWHERE);
    }
}
