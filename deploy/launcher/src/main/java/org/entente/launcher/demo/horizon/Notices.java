package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;
import org.jspecify.annotations.Nullable;

/** Premium notices: the yearly ones of three years, of the others the latest. */
final class Notices {
    private static final int FIRST_NUMBER = 100_000;
    private static final List<String> METHODS =
            List.of("direct_debit", "direct_debit", "direct_debit", "card", "transfer", "cheque");

    private final LocalDate today;
    private final Dice dice = Dice.of("horizon notices");
    private final Map<Integer, Integer> numbers = new HashMap<>();

    Notices(LocalDate today) {
        this.today = today;
    }

    /** A notice, and how it was paid. */
    record Notice(String number, Key contract, Period period, long cents, Payment payment) {
        Values values() {
            return new Values()
                    .text("number", number)
                    .refer("contract", contract)
                    .date("period_from", period.from())
                    .date("period_until", period.until())
                    .money("amount", cents)
                    .text("method", payment.method())
                    .date("due_on", period.due())
                    .date("paid_on", payment.paidOn())
                    .text("status", payment.status())
                    .owner(payment.owner());
        }
    }

    record Period(LocalDate from, LocalDate until) {
        LocalDate due() {
            return from.plusDays(10);
        }
    }

    record Payment(String method, @Nullable LocalDate paidOn, String status, @Nullable Key owner) {}

    List<Notice> make(List<Contract> contracts) {
        var notices = new ArrayList<Notice>();
        for (var contract : contracts) {
            if (contract.terms().premium() > 0 && !contract.run().status().equals("draft")) {
                add(contract, notices);
            }
        }
        return notices;
    }

    private void add(Contract contract, List<Notice> notices) {
        var perYear = perYear(contract.terms().instalments());
        var months = 12 / perYear;
        var last = contract.run().lastCovered(today.plusDays(20));
        var from = contract.run().starts();
        var elapsed = ChronoUnit.MONTHS.between(from, last) / months;
        var wanted = perYear == 1 ? 3 : 2;
        for (var i = Math.max(0, elapsed - wanted + 1); i <= elapsed; i++) {
            var begins = from.plusMonths(i * months);
            if (begins.isBefore(last) && begins.isAfter(today.minusYears(3))) {
                var period = new Period(begins, begins.plusMonths(months).minusDays(1));
                var cents = contract.terms().premium() / perYear;
                notices.add(
                        new Notice(
                                number(begins),
                                contract.key(),
                                period,
                                cents,
                                payment(contract, period)));
            }
        }
    }

    private static int perYear(String instalments) {
        return switch (instalments) {
            case "monthly" -> 12;
            case "quarterly" -> 4;
            case "half_yearly" -> 2;
            default -> 1;
        };
    }

    private String number(LocalDate from) {
        return "Q-%d-%06d"
                .formatted(
                        from.getYear(),
                        FIRST_NUMBER + numbers.merge(from.getYear(), 1, Integer::sum));
    }

    private Payment payment(Contract contract, Period period) {
        var method = dice.one(METHODS);
        var owner = contract.holder().adviser().owner();
        var late = ChronoUnit.DAYS.between(period.due(), today);
        if (late < 0) {
            return new Payment(method, null, "issued", owner);
        }
        if (dice.chance(0.015)) {
            return new Payment(method, null, "cancelled", owner);
        }
        if (dice.chance(late < 60 ? 0.09 : 0.012)) {
            return new Payment(
                    method,
                    null,
                    late > 45 ? "in_default" : late > 14 ? "reminded" : "issued",
                    owner);
        }
        var waited = method.equals("direct_debit") ? 0 : dice.between(0, (int) Math.min(late, 24));
        return new Payment(method, period.due().plusDays(waited), "paid", owner);
    }
}
