package org.entente.launcher.demo.atlas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Values;
import org.entente.launcher.demo.Words;

/** Contracts, tasks, notes and consents. */
final class Paper {
    private static final int FIRST_NUMBER = 1_000;
    private static final List<String> PURPOSES =
            List.of("newsletter", "newsletter", "offers", "survey");
    private static final List<String> PROOFS =
            List.of(
                    "Web shop, box ticked",
                    "Fair badge scanned",
                    "Signed order form",
                    "E-mail reply");

    private final LocalDate today;
    private final Dice dice = Dice.of("atlas paper");
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Map<String, List<List<String>>> texts =
            Words.rows("atlas/desk", 3).stream().collect(Collectors.groupingBy(List::getFirst));

    Paper(LocalDate today) {
        this.today = today;
    }

    List<Values> contracts(List<Firm> customers, List<Firms.Source> sources) {
        var contracts = new ArrayList<Values>();
        for (var customer : customers.subList(0, 260)) {
            if (dice.chance(0.5)) {
                contracts.add(contract(customer, "sale", "Framework agreement"));
            }
        }
        for (var source : sources) {
            var kind = source.carries() ? "carriage" : "purchase";
            var title = source.carries() ? "Carriage, weekly" : "Yearly call-off";
            if (dice.chance(0.7)) {
                contracts.add(contract(source.firm(), kind, title));
            }
        }
        return contracts;
    }

    private Values contract(Firm firm, String kind, String title) {
        var since = firm.account().since();
        var window = today.minusYears(4);
        var starts =
                dice.day(since.isAfter(window) ? since : window, today.minusDays(15))
                        .withDayOfMonth(1);
        var ends = starts.plusYears(dice.between(1, 3)).minusDays(1);
        var ended = ends.isBefore(today);
        var number = FIRST_NUMBER + numbers.merge(starts.getYear(), 1, Integer::sum);
        return new Values()
                .text("number", "C-%d-%05d".formatted(starts.getYear(), number))
                .refer("party", firm.key())
                .text("kind", kind)
                .text("title", title + " " + starts.getYear() + "–" + ends.getYear())
                .date("signed_on", starts.minusDays(dice.between(6, 40)))
                .date("starts", starts)
                .date("ends", ends)
                .decimal("discount", kind.equals("sale") ? dice.between(2, 14) : 0)
                .number("payment_days", dice.one(List.of(14, 30, 30, 45, 60)))
                .money("volume", dice.amount(3_200_000, 0.8) / 100_000 * 100_000 + 100_000)
                .refer("responsible", firm.account().seller().key())
                .text("status", ended ? "ended" : "active")
                .owner(firm.account().seller().owner());
    }

    List<Values> tasks(List<Firm> customers) {
        var tasks = new ArrayList<Values>();
        for (var customer : customers) {
            var mine = customer.account().seller().owner() != null;
            if (dice.chance(mine ? 0.5 : 0.3)) {
                tasks.add(task(customer));
            }
        }
        return tasks;
    }

    private Values task(Firm customer) {
        var text = dice.one(texts.getOrDefault("task", List.of()));
        var open = dice.chance(0.45);
        var due =
                open
                        ? today.plusDays(
                                dice.chance(0.2) ? -dice.between(1, 10) : dice.between(0, 45))
                        : today.minusDays(dice.between(4, 700));
        return new Values()
                .text("subject", text.get(1))
                .text("details", text.get(2))
                .date("due", Dice.workday(due))
                .text(
                        "status",
                        open
                                ? dice.one(List.of("open", "open", "in_progress", "waiting"))
                                : dice.one(List.of("done", "done", "done", "cancelled")))
                .text("priority", dice.one(List.of("low", "normal", "normal", "high", "urgent")))
                .refer("about", customer.key())
                .owner(customer.account().seller().owner());
    }

    List<Values> notes(List<Firm> customers) {
        var notes = new ArrayList<Values>();
        for (var customer : customers) {
            if (dice.chance(0.35)) {
                var text = dice.one(texts.getOrDefault("note", List.of()));
                notes.add(
                        new Values()
                                .text("subject", text.get(1))
                                .text("body", text.get(2))
                                .flag("pinned", dice.chance(0.05))
                                .refer("about", customer.key())
                                .owner(customer.account().seller().owner()));
            }
        }
        return notes;
    }

    List<Values> consents(List<Contacts.Contact> contacts) {
        var consents = new ArrayList<Values>();
        for (var contact : contacts) {
            if (dice.chance(0.4)) {
                var given = dice.day(today.minusDays(1000), today.minusDays(1));
                var values =
                        new Values()
                                .refer("party", contact.key())
                                .text("purpose", dice.one(PURPOSES))
                                .text(
                                        "channel",
                                        dice.one(List.of("email", "email", "phone", "post")))
                                .text("proof", dice.one(PROOFS) + ", " + given)
                                .date("given_on", given);
                consents.add(
                        dice.chance(0.6) ? values.date("expires_on", given.plusYears(2)) : values);
            }
        }
        return consents;
    }
}
