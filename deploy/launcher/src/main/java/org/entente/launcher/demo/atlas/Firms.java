package org.entente.launcher.demo.atlas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Town;
import org.entente.launcher.demo.Weighted;
import org.entente.launcher.demo.Words;

/** Invents firms: first those that order most. */
final class Firms {
    private static final int CUSTOMERS = 860;

    private final TradeNames names;
    private final TradePlaces places;
    private final Crew crew;
    private final LocalDate today;
    private final Dice dice = Dice.of("atlas firms");
    private final Set<String> taken = new HashSet<>();
    private final Weighted<List<String>> trades =
            Weighted.of(Words.rows("atlas/trades", 5), row -> Integer.parseInt(row.get(2)));
    private int registered = 0;

    Firms(TradeNames names, TradePlaces places, Crew crew, LocalDate today) {
        this.names = names;
        this.places = places;
        this.crew = crew;
        this.today = today;
    }

    List<Firm> customers() {
        var customers = new ArrayList<Firm>();
        for (var rank = 0; rank < CUSTOMERS; rank++) {
            var row = trades.pick(dice);
            var town = places.town(row.get(3), dice);
            var trade = new Firm.Trade(row.get(0), "customer", row.get(1));
            customers.add(firm(row.get(4), trade, town, rank));
        }
        return customers;
    }

    /** A supplier or carrier, with the category it sells, which may be empty. */
    record Source(Firm firm, String category) {
        boolean carries() {
            return firm.trade().industry().equals("Transport");
        }
    }

    List<Source> sources() {
        var sources = new ArrayList<Source>();
        for (var row : Words.rows("atlas/suppliers", 6)) {
            for (var i = 0; i < Integer.parseInt(row.get(2)); i++) {
                var trade = new Firm.Trade(row.get(0), "supplier", row.get(1));
                var town = places.town(row.get(3), dice);
                sources.add(new Source(firm(row.get(5), trade, town, i), row.get(4)));
            }
        }
        return sources;
    }

    private Firm firm(String patterns, Firm.Trade trade, Town town, int rank) {
        // Big customers have been there for long.
        var last = rank < 300 ? today.minusYears(2) : today.minusDays(20);
        var account =
                new Firm.Account(
                        dice.day(today.minusYears(9), last),
                        dice.chance(0.03),
                        rank,
                        crew.seller(dice));
        var reach =
                new Firm.Reach(
                        places.address(town, dice), town.phoneNumber(dice), dice.chance(0.88));
        return new Firm(registration(town.country()), name(patterns, town), trade, reach, account);
    }

    private String name(String patterns, Town town) {
        for (var attempt = 0; attempt < 12; attempt++) {
            var name = filled(patterns, town);
            if (taken.add(name)) {
                return name;
            }
        }
        var name = filled(patterns, town) + " " + (taken.size() % 90 + 2);
        taken.add(name);
        return name;
    }

    private String filled(String patterns, Town town) {
        return dice.one(Words.parts(patterns, "\\|"))
                .replace("~", names.family(town.country(), dice))
                .replace("@", town.city());
    }

    /** In the manner of the country's register, from a range that none gives out. */
    private String registration(String country) {
        var number = 1_000 + registered++;
        return switch (country) {
            case "GB" -> "9947" + number;
            case "FR" -> "999 4%02d %03d".formatted(number / 1000, number % 1000);
            case "DE", "AT" -> "HRB 98" + number;
            default -> country + "-98" + number;
        };
    }
}
