package org.entente.launcher.demo.horizon;

import java.util.List;
import org.entente.launcher.demo.Address;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Town;
import org.entente.launcher.demo.Weighted;
import org.entente.launcher.demo.Words;

/** Towns and streets. */
final class FrenchPlaces {
    private static final List<String> SECOND_LINES =
            List.of(
                    "Apt 12",
                    "3e étage droite",
                    "Résidence « Les Embruns »",
                    "Bâtiment C, escalier 2",
                    "Chez Mme Guillou",
                    "Boîte 7");

    private record Place(Town town, int weight) {}

    private final Weighted<Place> towns =
            Weighted.of(
                    Words.rows("towns-fr", 3).stream()
                            .map(row ->
                                    new Place(
                                            Town.french(row.get(0), row.get(1)),
                                            Integer.parseInt(row.get(2))))
                            .toList(),
                    Place::weight);
    private final List<String> streets = Words.lines("streets-fr");

    Town town(Dice dice) {
        return towns.pick(dice).town();
    }

    Address address(Dice dice) {
        return address(dice, town(dice));
    }

    Address address(Dice dice, Town town) {
        var street = dice.one(streets);
        var second = dice.chance(0.12) ? dice.one(SECOND_LINES) : "";
        return new Address(numbered(dice, street), second, town);
    }

    private static String numbered(Dice dice, String street) {
        if (street.startsWith("lieu-dit") || street.startsWith("résidence")) {
            return street;
        }
        var suffix = dice.chance(0.06) ? " bis" : "";
        return Math.max(1, (int) dice.amount(17, 0.9)) + suffix + " " + street;
    }
}
