package org.entente.launcher.demo.atlas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.launcher.demo.Address;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Town;
import org.entente.launcher.demo.Weighted;
import org.entente.launcher.demo.Words;

/** Towns and streets of the countries that Atlas sells to. */
final class TradePlaces {
    private static final Set<String> NUMBER_FIRST = Set.of("GB", "IE", "FR", "LU");

    private record Place(Town town, int weight) {}

    private final List<Place> places =
            Words.rows("atlas/towns", 5).stream().map(TradePlaces::place).toList();
    private final Weighted<Place> all = Weighted.of(places, Place::weight);
    private final Map<String, Weighted<Place>> byCountries = new HashMap<>();
    private final Map<String, List<String>> streets = new HashMap<>();

    TradePlaces() {
        for (var row : Words.rows("atlas/streets", 2)) {
            streets.put(row.get(0), Words.parts(row.get(1), "\\|"));
        }
    }

    private static Place place(List<String> row) {
        var town =
                row.get(0).equals("FR")
                        ? Town.french(row.get(1), row.get(2))
                        : new Town(row.get(0), row.get(1), row.get(2), row.get(4), 3);
        return new Place(town, Integer.parseInt(row.get(3)));
    }

    Town town(Dice dice) {
        return all.pick(dice).town();
    }

    /** A town in one of the countries. */
    Town town(String countries, Dice dice) {
        return byCountries
                .computeIfAbsent(
                        countries,
                        c ->
                                Weighted.of(
                                        places.stream()
                                                .filter(place -> c.contains(place.town().country()))
                                                .toList(),
                                        Place::weight))
                .pick(dice)
                .town();
    }

    Address address(Town town, Dice dice) {
        var street = dice.one(streets.getOrDefault(town.country(), List.of("Market Street")));
        var number = Math.max(1, dice.amount(22, 0.8));
        var line =
                NUMBER_FIRST.contains(town.country())
                        ? number + " " + street
                        : street + " " + number;
        var second = dice.chance(0.08) ? dice.one(List.of("Unit 4", "1st floor", "Rear yard")) : "";
        return new Address(line, second, town);
    }
}
