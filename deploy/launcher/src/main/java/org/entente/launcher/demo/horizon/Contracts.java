package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.launcher.demo.Dice;
import org.jspecify.annotations.Nullable;

/** Insures households: what each needs at its age, since it joined or later. */
final class Contracts {
    private static final int FIRST_NUMBER = 10_000;
    private static final List<String> INSTALMENTS =
            List.of(
                    "monthly",
                    "monthly",
                    "monthly",
                    "yearly",
                    "yearly",
                    "quarterly",
                    "half_yearly");
    private static final List<Integer> DEDUCTIBLES = List.of(0, 120, 150, 185, 300, 380);

    private final Firms firms;
    private final LocalDate today;
    private final Dice dice = Dice.of("horizon contracts");
    private final Items items = new Items();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Contract> contracts = new ArrayList<>();

    Contracts(Firms firms, LocalDate today) {
        this.firms = firms;
        this.today = today;
    }

    List<Contract> make(List<Family> families) {
        for (var family : families) {
            family.members().forEach(member -> drive(family, member));
            lodge(family);
            care(family);
        }
        return List.copyOf(contracts);
    }

    private void drive(Family family, Member member) {
        var age = member.age(today);
        if (age < 88 && dice.chance(0.6)) {
            insure(car(age), family, member);
        }
        if (age > 24 && age < 80 && dice.chance(0.09)) {
            insure(car(age), family, member);
        }
        if (age > 18 && age < 70 && dice.chance(0.06)) {
            insure(Product.MOTO, family, member);
        }
    }

    private Product car(int age) {
        if (age < 25 && dice.chance(0.7)) {
            return Product.AUTO_JEUNE;
        }
        return dice.chance(0.58) ? Product.AUTO_CONFORT : Product.AUTO_TIERS;
    }

    private void lodge(Family family) {
        var head = family.head();
        if (dice.chance(0.7)) {
            insure(home(family, head), family, head);
        }
        for (var grown : family.grown()) {
            if (!grown.contact().address().equals(family.home()) && dice.chance(0.7)) {
                insure(Product.ETUDIANT, family, grown);
            }
        }
    }

    private Product home(Family family, Member head) {
        if (head.age(today) < 24) {
            return Product.ETUDIANT;
        }
        return family.ownsHome() ? Product.PROPRIETAIRE : Product.LOCATAIRE;
    }

    private void care(Family family) {
        var head = family.head();
        var age = head.age(today);
        if (dice.chance(0.2)) {
            insure(age > 61 ? Product.SANTE_SENIOR : Product.SANTE_FAMILLE, family, head);
        }
        if (age > 28 && age < 78 && dice.chance(0.1)) {
            insure(Product.PREVOYANCE, family, head);
        }
        if (dice.chance(0.07)) {
            insure(Product.JURIDIQUE, family, head);
        }
        if (age > 35 && !head.person().female() && dice.chance(0.025)) {
            insure(Product.CHASSE, family, head);
        }
    }

    private void insure(Product product, Family family, Member holder) {
        var item = items.of(product, family, holder);
        var run = run(holder.since());
        // Another vehicle before this one, given up when the new one came.
        if (product.onWheels()
                && dice.chance(0.14)
                && run.starts().isAfter(holder.since().plusDays(90))
                && run.starts().isBefore(today)) {
            var earlier = dice.day(holder.since(), run.starts().minusDays(60));
            add(
                    product,
                    items.of(product, family, holder),
                    holder,
                    new Contract.Run(earlier, run.starts(), false, "ended"));
        }
        add(product, item, holder, run);
    }

    private void add(Product product, String item, Member holder, Contract.Run run) {
        var year = Math.min(run.starts().getYear(), today.getYear());
        var number =
                "C-%d-%05d".formatted(year, FIRST_NUMBER + numbers.merge(year, 1, Integer::sum));
        var broker = dice.chance(0.17) ? firms.broker(dice).key() : null;
        contracts.add(
                new Contract(
                        number,
                        holder,
                        new Contract.Cover(product, item, broker),
                        terms(product, run),
                        run));
    }

    private Contract.Terms terms(Product product, Contract.Run run) {
        var unknown = run.status().equals("draft") && dice.chance(0.3);
        var premium = unknown ? 0 : dice.amount(product.price() * 100.0, 0.2);
        var deductible = product.hasDeductible() ? dice.one(DEDUCTIBLES) * 100L : 0;
        var coefficient = product.onWheels() ? coefficient(product) : 0;
        return new Contract.Terms(premium, deductible, coefficient, dice.one(INSTALMENTS));
    }

    /** Five per cent less for each year without a claim at fault, not below a half. */
    private int coefficient(Product product) {
        if (product == Product.AUTO_JEUNE) {
            return dice.chance(0.8) ? 100 : 95;
        }
        if (dice.chance(0.05)) {
            return dice.one(List.of(106, 112, 125, 156));
        }
        return dice.chance(0.5)
                ? 50
                : dice.one(List.of(95, 90, 85, 80, 76, 72, 68, 64, 60, 57, 54));
    }

    private Contract.Run run(LocalDate since) {
        if (dice.chance(0.02)) {
            return new Contract.Run(today.plusDays(dice.between(0, 60)), null, true, "draft");
        }
        var starts = dice.chance(0.55) ? since : dice.lateDay(since, today.minusDays(2));
        if (dice.chance(0.12) && starts.isBefore(today.minusDays(60))) {
            var ends = dice.lateDay(starts.plusDays(30), today.minusDays(1));
            return new Contract.Run(starts, ends, false, "ended");
        }
        var status = dice.chance(0.015) ? "suspended" : "active";
        if (dice.chance(0.06)) {
            return new Contract.Run(starts, anniversary(starts), false, status);
        }
        return new Contract.Run(starts, nextTerm(starts), true, status);
    }

    /** Some products name the end of the running year, others run on. */
    private @Nullable LocalDate nextTerm(LocalDate starts) {
        return dice.chance(0.3) ? anniversary(starts) : null;
    }

    private LocalDate anniversary(LocalDate starts) {
        var years = Math.max(1, today.getYear() - starts.getYear());
        var next = starts.plusYears(years);
        return next.isBefore(today) ? starts.plusYears(years + 1L) : next;
    }
}
