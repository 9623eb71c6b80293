package org.entente.launcher.demo.atlas;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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

/** What was said and written around orders, claims and between them. */
final class Talks {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private final LocalDate today;
    private final Dice dice = Dice.of("atlas talks");
    private final Map<String, List<Talk>> talks = Talk.read("atlas/talks");
    private final List<Values> interactions = new ArrayList<>();

    Talks(LocalDate today) {
        this.today = today;
    }

    List<Values> make(
            List<Contacts.Contact> contacts,
            List<Order> orders,
            List<Complaints.Complaint> complaints) {
        for (var order : orders) {
            if (dice.chance(0.11)) {
                say("order", order.run().ordered(), order.customer(), order.key(), order.number());
            }
        }
        for (var complaint : complaints) {
            var day = complaint.reported().plusDays(dice.between(0, 4));
            say(
                    "claim",
                    day,
                    complaint.order().customer(),
                    complaint.key(),
                    complaint.order().number());
        }
        for (var contact : contacts) {
            var chance = contact.firm().account().rank() < 200 ? 1.0 : 0.5;
            for (var i = 0; i < 2; i++) {
                if (dice.chance(chance)) {
                    between(contact);
                }
            }
        }
        return List.copyOf(interactions);
    }

    private void between(Contacts.Contact contact) {
        var role = contact.firm().trade().role();
        var since = contact.firm().account().since();
        var window = today.minusYears(3);
        var day = dice.day(since.isAfter(window) ? since : window, today.minusDays(1));
        var names = names(contact.given(), contact.family(), "", day);
        if (day.isBefore(today)) {
            add(role, day, contact.firm(), new Matter(contact.key(), null), names);
        }
    }

    private void say(String occasion, LocalDate day, Firm firm, Key about, String number) {
        if (day.isBefore(today)) {
            var names = names("all", "", number, day);
            add(occasion, day, firm, new Matter(firm.key(), about), names);
        }
    }

    private record Matter(Key with, @Nullable Key about) {}

    private Map<String, String> names(String given, String family, String number, LocalDate day) {
        return Map.of(
                "first", given,
                "name", family,
                "number", number,
                "date", DAY.format(Dice.workday(day.plusDays(4))),
                "amount", String.format(Locale.UK, "€%,.2f", dice.amount(18_000, 0.7) / 100.0));
    }

    private void add(
            String occasion, LocalDate day, Firm firm, Matter matter, Map<String, String> names) {
        var talk = dice.one(talks.getOrDefault(occasion, List.of()));
        interactions.add(
                new Values()
                        .text("kind", talk.kind())
                        .text("direction", talk.direction())
                        .text("subject", Template.fill(talk.subject(), names))
                        .text("body", Template.fill(talk.body(), names))
                        .instant("at", Hours.office(day, ZONE, dice))
                        .refer("with", matter.with())
                        .refer("about", matter.about())
                        .owner(firm.account().seller().owner()));
    }
}
