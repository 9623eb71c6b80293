package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.launcher.demo.Address;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Slug;

/** Makes households until there are members enough. */
final class Families {
    private static final LocalDate FOUNDED = LocalDate.of(1984, 1, 2);
    private static final List<String> DOMAINS =
            List.of(
                    "example.org",
                    "example.net",
                    "example.com",
                    "courriel.example",
                    "messagerie.example");
    private static final List<String> COUPLES = List.of("Mariés", "Mariés", "Pacsés", "Concubins");
    private static final List<String> LANGUAGES =
            List.of("en", "pt", "ar", "es", "de", "it", "pl", "nl");

    private final FrenchNames names;
    private final FrenchPlaces places;
    private final Staff staff;
    private final LocalDate today;
    private final Dice dice = Dice.of("horizon families");
    private final Map<LocalDate, Integer> joined = new HashMap<>();

    Families(FrenchNames names, FrenchPlaces places, Staff staff, LocalDate today) {
        this.names = names;
        this.places = places;
        this.staff = staff;
        this.today = today;
    }

    List<Family> make(int members) {
        var families = new ArrayList<Family>();
        var count = 0;
        while (count < members) {
            var family = family();
            families.add(family);
            count += (int) family.members().count();
        }
        return families;
    }

    private Family family() {
        var age = (int) Math.clamp(dice.normal(49, 17), 19, 95);
        var home = places.address(dice);
        var adviser = staff.adviser(dice);
        var head = person(names.last(dice), dice.chance(0.48), age);
        var adults = new ArrayList<>(List.of(member(head, home, adviser)));
        var coupled = dice.chance(age < 25 ? 0.12 : age < 36 ? 0.42 : age < 76 ? 0.58 : 0.36);
        // The other half is not always a member.
        if (coupled && dice.chance(0.72)) {
            adults.add(member(spouse(head, age), home, adviser));
        }
        return new Family(
                adults,
                grown(head, age, home, adviser),
                adults.size() > 1 ? dice.one(COUPLES) : "",
                age > 26 && age < 53 ? Math.max(0, dice.between(-2, 3)) : 0,
                dice.chance(age < 30 ? 0.14 : age < 45 ? 0.5 : 0.68));
    }

    private Member.Person person(String last, boolean female, int age) {
        var born = today.minusYears(age).minusDays(dice.between(1, 364));
        var first = dice.chance(0.001) ? "" : names.first(dice, female, born.getYear());
        return new Member.Person(first, last, female, born);
    }

    private Member.Person spouse(Member.Person of, int age) {
        var female = dice.chance(0.03) == of.female();
        var own = names.last(dice);
        var last =
                dice.chance(age > 45 ? 0.72 : 0.4)
                        ? of.last()
                        : dice.chance(0.1) ? FrenchNames.joined(own, of.last()) : own;
        return person(last, female, (int) Math.clamp(dice.normal(age, 3.5), 19, 97));
    }

    private List<Member> grown(
            Member.Person parent, int age, Address home, Staff.Employee adviser) {
        var children = new ArrayList<Member>();
        if (age > 43 && age < 72 && dice.chance(0.24)) {
            for (var i = dice.between(1, 2); i > 0; i--) {
                var own = Math.clamp(age - dice.between(23, 36), 18, 34);
                var child = person(parent.last(), dice.chance(0.5), own);
                var lives = dice.chance(0.5) ? home : places.address(dice);
                children.add(member(child, lives, adviser));
            }
        }
        return children;
    }

    private Member member(Member.Person person, Address home, Staff.Employee adviser) {
        var adult = person.born().plusYears(18);
        var since =
                Dice.workday(
                        dice.lateDay(adult.isAfter(FOUNDED) ? adult : FOUNDED, today.minusDays(3)));
        var contact = new Member.Contact(home, email(person), phone(home), language());
        return new Member(number(since), person, contact, since, adviser);
    }

    /** Numbers were given in the order of joining. */
    private String number(LocalDate since) {
        var days = ChronoUnit.DAYS.between(FOUNDED.minusDays(9), since);
        return String.valueOf(1_000_000 + days * 100 + joined.merge(since, 1, Integer::sum));
    }

    private String email(Member.Person person) {
        var young = person.born().getYear() > 1955;
        if (person.first().isEmpty() || !dice.chance(young ? 0.92 : 0.6)) {
            return "";
        }
        var first = Slug.of(person.first());
        var last = Slug.of(person.last());
        var born = person.born().getYear() % 100;
        var name =
                switch (dice.between(0, 3)) {
                    case 0 -> first.charAt(0) + "." + last + (dice.chance(0.5) ? born : "");
                    case 1 -> last + "." + first;
                    default -> first + "." + last + (dice.chance(0.4) ? born : "");
                };
        return name + "@" + dice.early(DOMAINS);
    }

    private String phone(Address home) {
        return dice.chance(0.93) ? home.town().phoneNumber(dice) : "";
    }

    private String language() {
        if (dice.chance(0.02)) {
            return "";
        }
        return dice.chance(0.97) ? "fr" : dice.one(LANGUAGES);
    }
}
