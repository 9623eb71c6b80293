package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Slug;
import org.entente.launcher.demo.Values;
import org.entente.launcher.demo.Words;

/** Brokers, and the garages, experts and craftsmen who mend what was damaged. */
final class Firms {
    private static final int BROKERS = 26;
    private static final int FIRST_SIREN = 99_920_000;

    /** A firm that other records point at. */
    record Firm(Key key, String name) {}

    private final FrenchNames names;
    private final FrenchPlaces places;
    private final LocalDate today;
    private final Dice dice = Dice.of("horizon firms");
    private final List<Firm> brokers = new ArrayList<>();
    private final Map<String, List<Firm>> suppliersByKind = new HashMap<>();
    private final List<Firm> suppliers = new ArrayList<>();
    private final List<Values> organizations = new ArrayList<>();
    private final List<Values> people = new ArrayList<>();
    private final List<Values> roles = new ArrayList<>();

    Firms(FrenchNames names, FrenchPlaces places, LocalDate today) {
        this.names = names;
        this.places = places;
        this.today = today;
        var patterns = Words.lines("horizon/broker-names");
        for (var i = 0; i < BROKERS; i++) {
            brokers.add(broker(dice.one(patterns), i));
        }
        for (var row : Words.rows("horizon/suppliers", 5)) {
            for (var i = 0; i < Integer.parseInt(row.get(2)); i++) {
                supplier(row);
            }
        }
    }

    private Firm broker(String pattern, int index) {
        var extra =
                new Values()
                        .text("orias_number", String.valueOf(99_002_101 + index))
                        .text("commission_rate", "0." + dice.between(10, 20))
                        .owner(index % 5 == 0 ? Staff.YANIS : Staff.MAELLE);
        var firm = firm(pattern, "Courtage d’assurance", extra);
        role(firm, "partner", "Courtier");
        contact(firm, List.of("Gérant", "Gérante", "Chargée de clientèle", "Responsable IARD"));
        return firm;
    }

    private void supplier(List<String> row) {
        var firm = firm(dice.one(Words.parts(row.get(4), "\\|")), row.get(0), new Values());
        suppliers.add(firm);
        for (var kind : row.get(3).split(" ", -1)) {
            suppliersByKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(firm);
        }
        role(firm, "supplier", row.get(1));
        if (dice.chance(0.4)) {
            contact(firm, List.of("Patron", "Cheffe d’atelier", "Secrétaire", "Associé"));
        }
    }

    private Firm firm(String pattern, String industry, Values values) {
        var address = places.address(dice);
        var name =
                pattern.replaceFirst("~", names.last(dice))
                        .replaceFirst("~", names.last(dice))
                        .replace("@", address.town().city());
        var siren = siren(organizations.size());
        var site = Slug.of(name) + ".example";
        values.text("name", name)
                .text("registration_number", siren)
                .text("industry", industry)
                .address("address", address)
                .text("phone", address.town().phoneNumber(dice));
        if (dice.chance(0.85)) {
            values.text("email", "contact@" + site);
        }
        if (dice.chance(0.5)) {
            values.text("website", "https://www." + site);
        }
        organizations.add(values);
        return new Firm(Key.organization(siren), name);
    }

    /** Eight digits and the check digit of Luhn's formula; no register gives out 999. */
    static String siren(int index) {
        var digits = String.valueOf(FIRST_SIREN + index);
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = (digits.charAt(i) - '0') * (i % 2 == 1 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        var all = digits + (10 - sum % 10) % 10;
        return all.substring(0, 3) + " " + all.substring(3, 6) + " " + all.substring(6);
    }

    private void role(Firm firm, String role, String title) {
        var ended = dice.chance(0.05);
        var values =
                new Values()
                        .refer("party", firm.key())
                        .text("role", role)
                        .text("title", title)
                        .date("since", dice.day(today.minusYears(14), today.minusMonths(9)))
                        .text("status", ended ? "ended" : dice.chance(0.04) ? "paused" : "active");
        roles.add(ended ? values.date("until", dice.day(today.minusMonths(8), today)) : values);
    }

    private void contact(Firm firm, List<String> titles) {
        var title = dice.one(titles);
        var first = names.first(dice, title.contains("e ") || title.endsWith("e"), 1978);
        var last = names.last(dice);
        people.add(
                new Values()
                        .text("first_name", first)
                        .text("last_name", last)
                        .text("job_title", title)
                        .text(
                                "email",
                                "%s.%s@%s.example"
                                        .formatted(
                                                Slug.of(first),
                                                Slug.of(last),
                                                Slug.of(firm.name())))
                        .text(
                                "phone",
                                String.format(Locale.ROOT, "+3326191%04d", dice.between(0, 9999)))
                        .text("language", "fr")
                        .refer("organization", firm.key())
                        .owner(null));
    }

    Firm broker(Dice chance) {
        return chance.early(brokers);
    }

    Firm supplier(Dice chance) {
        return chance.one(suppliers);
    }

    /** Somebody who assesses or mends that; empty for kinds that nobody has to look at. */
    List<Firm> suppliersOf(String kind) {
        return suppliersByKind.getOrDefault(kind, List.of());
    }

    List<Values> organizations() {
        return List.copyOf(organizations);
    }

    List<Values> people() {
        return List.copyOf(people);
    }

    List<Values> roles() {
        return List.copyOf(roles);
    }
}
