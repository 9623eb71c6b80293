package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Slug;
import org.entente.launcher.demo.Values;
import org.entente.launcher.demo.Words;
import org.jspecify.annotations.Nullable;

/** Employees: those of the hand-written records who look after members, and more of them. */
final class Staff {
    static final Key YANIS = Key.user("yanis.benomar@horizon.example");
    static final Key INES = Key.user("ines.moreau@horizon.example");
    static final Key MAELLE = Key.user("maelle.kerguelen@horizon.example");
    private static final Key HOUSE = Key.organization("999 004 104");

    /**
     * Somebody who looks after members or claims.
     *
     * @param owner who works on the records: the demo has few users for many employees
     */
    record Employee(Key key, @Nullable Key owner) {}

    private record Hired(String number, String first, String last, String title, LocalDate born) {
        Values values(Dice dice) {
            return new Values()
                    .text("employee_number", number)
                    .text("first_name", first)
                    .text("last_name", last)
                    .text("job_title", title)
                    .text("email", Slug.of(first) + "." + Slug.of(last) + "@horizon.example")
                    .text(
                            "phone",
                            String.format(Locale.ROOT, "+3326191%04d", dice.between(0, 9999)))
                    .date("birth_date", born)
                    .text("language", "fr")
                    .refer("organization", HOUSE)
                    .owner(MAELLE);
        }
    }

    private final List<Employee> advisers = new ArrayList<>();
    private final List<Employee> handlers = new ArrayList<>();
    private final List<Values> people = new ArrayList<>();
    private final List<Values> roles = new ArrayList<>();

    Staff(FrenchNames names, LocalDate today) {
        var dice = Dice.of("horizon staff");
        advisers.add(new Employee(employee("M0102"), YANIS));
        advisers.add(new Employee(employee("M0104"), INES));
        List.of("M0108", "M0109").forEach(n -> advisers.add(new Employee(employee(n), null)));
        List.of("M0105", "M0106", "M0107")
                .forEach(n -> handlers.add(new Employee(employee(n), null)));
        var number = 201;
        for (var title : Words.lines("horizon/jobs")) {
            hire("M0" + number++, title, names, dice, today);
        }
    }

    private void hire(String number, String title, FrenchNames names, Dice dice, LocalDate today) {
        var born = today.minusYears(24).minusDays(dice.between(0, 13_000));
        var female = title.startsWith("Conseillère") || dice.chance(0.3);
        var first = names.first(dice, female, born.getYear());
        people.add(new Hired(number, first, names.last(dice), title, born).values(dice));
        var employee = new Employee(employee(number), null);
        (title.startsWith("Conseill") ? advisers : handlers).add(employee);
        roles.add(
                new Values()
                        .refer("party", employee.key())
                        .text("role", "employee")
                        .text("title", title)
                        .date("since", dice.day(born.plusYears(22), today.minusDays(60)))
                        .text("status", "active"));
    }

    private static Key employee(String number) {
        return new Key("person", "employee_number", number);
    }

    /** The two who sign in have portfolios of their own; the rest is spread evenly. */
    Employee adviser(Dice dice) {
        if (dice.chance(0.09)) {
            return advisers.get(dice.between(0, 1));
        }
        return advisers.get(dice.between(2, advisers.size() - 1));
    }

    Employee handler(Dice dice) {
        return dice.one(handlers);
    }

    List<Values> people() {
        return List.copyOf(people);
    }

    List<Values> roles() {
        return List.copyOf(roles);
    }
}
