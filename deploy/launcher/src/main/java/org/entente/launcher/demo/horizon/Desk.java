package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;
import org.entente.launcher.demo.Words;
import org.jspecify.annotations.Nullable;

/** What lies on the desks: tasks and notes. */
final class Desk {
    private static final List<String> PRIORITIES =
            List.of("normal", "normal", "normal", "high", "low", "urgent");
    private static final List<String> ENDINGS =
            List.of("done", "done", "done", "done", "cancelled");

    private final LocalDate today;
    private final Dice dice = Dice.of("horizon desk");
    private final Map<String, List<List<String>>> texts =
            Words.rows("horizon/desk", 3).stream().collect(Collectors.groupingBy(List::getFirst));

    Desk(LocalDate today) {
        this.today = today;
    }

    List<Values> tasks(List<Member> members, List<Claim> claims) {
        var tasks = new ArrayList<Values>();
        for (var claim : claims) {
            if (claim.open() ? dice.chance(0.75) : dice.chance(0.18)) {
                var task = task("task-claim", claim.contract().holder(), claim.open());
                tasks.add(task.refer("claim", claim.key()));
            }
        }
        for (var member : members) {
            var mine = member.adviser().owner() != null;
            if (dice.chance(mine ? 0.3 : 0.11)) {
                tasks.add(task("task-open", member, dice.chance(mine ? 0.2 : 0.3)));
            }
        }
        return tasks;
    }

    private Values task(String occasion, Member about, boolean open) {
        var text = dice.one(texts.getOrDefault(occasion, List.of()));
        // A few are overdue, most are due in the weeks to come.
        var due =
                open
                        ? today.plusDays(
                                dice.chance(0.18) ? -dice.between(1, 12) : dice.between(0, 40))
                        : today.minusDays(dice.between(5, 900));
        var status =
                open
                        ? dice.one(List.of("open", "open", "open", "in_progress", "waiting"))
                        : dice.one(ENDINGS);
        return new Values()
                .text("subject", text.get(1))
                .text("details", text.get(2))
                .date("due", Dice.workday(due))
                .text("status", status)
                .text("priority", dice.one(PRIORITIES))
                .refer("about", about.key())
                .owner(owner(about));
    }

    private @Nullable Key owner(Member about) {
        return about.adviser().owner() == null && dice.chance(0.06)
                ? Staff.MAELLE
                : about.adviser().owner();
    }

    List<Values> notes(List<Member> members) {
        var notes = new ArrayList<Values>();
        for (var member : members) {
            if (dice.chance(member.adviser().owner() == null ? 0.2 : 0.45)) {
                var text = dice.one(texts.getOrDefault("note", List.of()));
                notes.add(
                        new Values()
                                .text("subject", text.get(1))
                                .text("body", text.get(2))
                                .flag("pinned", dice.chance(0.06))
                                .refer("about", member.key())
                                .owner(owner(member)));
            }
        }
        return notes;
    }
}
