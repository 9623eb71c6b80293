package org.entente.launcher.demo.atlas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Slug;
import org.entente.launcher.demo.Values;
import org.jspecify.annotations.Nullable;

/** Who sells: the hand-written employees, and a few more of them. */
final class Crew {
    static final Key TOMASZ = Key.user("tomasz.lindqvist@atlas.example");
    static final Key INES = Key.user("ines.moreau@horizon.example");
    static final Key HARRIET = Key.user("harriet.okafor@atlas.example");
    private static final Key HOUSE = Key.organization("99410023");
    private static final List<String> AREAS =
            List.of(
                    "London",
                    "Midlands",
                    "Scotland",
                    "Ireland",
                    "Benelux",
                    "Iberia",
                    "Nordics",
                    "Germany");

    /** A sales person; few of them have a user of the demo. */
    record Seller(Key key, @Nullable Key owner) {}

    private final List<Seller> sellers = new ArrayList<>();
    private final List<Values> people = new ArrayList<>();

    Crew(TradeNames names, LocalDate today) {
        sellers.add(new Seller(employee("E02"), TOMASZ));
        sellers.add(new Seller(employee("E05"), INES));
        sellers.add(new Seller(employee("E06"), null));
        sellers.add(new Seller(employee("E07"), null));
        var dice = Dice.of("atlas crew");
        var number = 20;
        for (var area : AREAS) {
            hire("E" + number++, area, names, dice, today);
        }
    }

    private void hire(String code, String area, TradeNames names, Dice dice, LocalDate today) {
        var given = names.given("GB", dice);
        var family = names.family("GB", dice);
        people.add(
                new Values()
                        .text("code", code)
                        .text("first_name", given)
                        .text("last_name", family)
                        .text("job_title", "Sales agent, " + area)
                        .text("email", Slug.of(given) + "." + Slug.of(family) + "@atlas.example")
                        .text("phone", "+442079460" + dice.between(100, 999))
                        .text("language", "en")
                        .date("hired_on", dice.day(today.minusYears(8), today.minusYears(3)))
                        .refer("organization", HOUSE)
                        .refer("manager", employee("E02"))
                        .owner(HARRIET));
        sellers.add(new Seller(employee(code), null));
    }

    private static Key employee(String code) {
        return new Key("person", "code", code);
    }

    Seller seller(Dice dice) {
        return dice.one(sellers);
    }

    List<Values> people() {
        return List.copyOf(people);
    }
}
