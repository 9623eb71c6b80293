package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Hours;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Talk;
import org.entente.launcher.demo.Template;
import org.entente.launcher.demo.Values;
import org.jspecify.annotations.Nullable;

/** What was said and written: around claims, around contracts, with brokers and craftsmen. */
final class Talks {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.FRANCE);

    private final LocalDate today;
    private final Dice dice = Dice.of("horizon talks");
    private final Map<String, List<Talk>> talks = Talk.read("horizon/talks");
    private final List<Values> interactions = new ArrayList<>();

    Talks(LocalDate today) {
        this.today = today;
    }

    /** With whom, about what, and who keeps it. */
    private record Circle(Key with, @Nullable Key about, @Nullable Key owner) {}

    List<Values> make(List<Contract> contracts, List<Claim> claims, Firms firms) {
        claims.forEach(this::around);
        contracts.forEach(this::around);
        for (var i = 0; i < 260; i++) {
            with("broker", firms.broker(dice).key());
            with("supplier", firms.supplier(dice).key());
        }
        return List.copyOf(interactions);
    }

    private void around(Claim claim) {
        var circle =
                new Circle(
                        claim.contract().holder().key(),
                        claim.key(),
                        claim.contract().holder().adviser().owner());
        var names = names(claim);
        var day = claim.course().reported();
        say("claim-open", day, circle, names);
        if (!claim.course().status().equals("reported")) {
            say("claim-more", day.plusDays(dice.between(1, 6)), circle, names);
        }
        if (dice.chance(0.3)) {
            say("claim-more", day.plusDays(dice.between(8, 30)), circle, names);
        }
        if (claim.course().status().equals("paid") && dice.chance(0.55)) {
            say("claim-paid", day.plusDays(dice.between(40, 90)), circle, names);
        }
        if (claim.course().status().equals("refused") && dice.chance(0.8)) {
            say("claim-refused", day.plusDays(dice.between(30, 80)), circle, names);
        }
    }

    private void around(Contract contract) {
        var owner = contract.holder().adviser().owner();
        var circle = new Circle(contract.holder().key(), contract.key(), owner);
        var names = names(contract);
        var window = today.minusYears(3);
        var starts = contract.run().starts();
        if (starts.isAfter(window) && dice.chance(0.7)) {
            var before = starts.minusDays(dice.between(0, 12));
            say(
                    "contract-new",
                    before.isBefore(today) ? before : today.minusDays(1),
                    circle,
                    names);
        }
        // Who signs in sees more of what happened: their own desks are the fullest.
        if (starts.isBefore(today.minusDays(40)) && dice.chance(owner == null ? 0.42 : 0.9)) {
            var from = starts.isAfter(window) ? starts.plusDays(15) : window;
            var until = contract.run().lastCovered(today.minusDays(1));
            say("contract-life", dice.lateDay(from, until), circle, names);
        }
    }

    private void with(String occasion, Key party) {
        var owner = dice.chance(0.2) ? Staff.YANIS : dice.chance(0.2) ? Staff.INES : null;
        var names = Map.of("montant", euros(dice.amount(42_000, 0.6)));
        say(
                occasion,
                dice.day(today.minusYears(3), today.minusDays(1)),
                new Circle(party, null, owner),
                names);
    }

    private void say(String occasion, LocalDate day, Circle circle, Map<String, String> names) {
        if (!day.isBefore(today)) {
            return;
        }
        var talk = dice.one(talks.getOrDefault(occasion, List.of()));
        interactions.add(
                new Values()
                        .text("kind", talk.kind())
                        .text("direction", talk.direction())
                        .text("subject", Template.fill(talk.subject(), names))
                        .text("body", Template.fill(talk.body(), names))
                        .instant("at", Hours.office(day, ZONE, dice))
                        .refer("with", circle.with())
                        .refer("about", circle.about())
                        .owner(circle.owner()));
    }

    private Map<String, String> names(Claim claim) {
        var names = new HashMap<>(names(claim.contract()));
        var expert = claim.course().hands().expert();
        names.put("numero", claim.number());
        names.put("date", DAY.format(claim.event().day()));
        names.put("expert", expert == null ? "L’expert" : expert.name());
        var amount = Math.max(claim.course().paid(), claim.course().estimate());
        names.put("montant", euros(amount == 0 ? dice.amount(60_000, 0.5) : amount));
        return names;
    }

    private static Map<String, String> names(Contract contract) {
        var person = contract.holder().person();
        var item = contract.cover().item();
        return Map.of(
                "prenom", person.first(),
                "nom", person.last(),
                "numero", contract.number(),
                "bien", item.isEmpty() ? "Contrat " + contract.number() : item,
                "date", DAY.format(contract.run().starts()),
                "montant", euros(contract.terms().premium()));
    }

    private static String euros(long cents) {
        return String.format(Locale.FRANCE, "%,.2f €", cents / 100.0);
    }
}
