package org.entente.launcher.demo.atlas;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;
import org.entente.launcher.demo.Words;

/** Claims about orders that arrived: two or three in a hundred. */
final class Complaints {
    private static final int FIRST_NUMBER = 10_000;
    private static final String PREFIX = "claim:";

    private final LocalDate today;
    private final Dice dice = Dice.of("atlas complaints");
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<List<String>> texts =
            Words.rows("atlas/desk", 3).stream()
                    .filter(row -> row.getFirst().startsWith(PREFIX))
                    .toList();

    Complaints(LocalDate today) {
        this.today = today;
    }

    record Complaint(
            String number, Order order, LocalDate reported, String status, List<String> text) {
        Key key() {
            return new Key("claim", "number", number);
        }

        Values values() {
            var cents = order.lines().getFirst().price() / 100;
            return new Values()
                    .text("number", number)
                    .refer("order", order.key())
                    .text("kind", text.getFirst().substring(PREFIX.length()))
                    .date("reported_on", reported)
                    .text("status", status)
                    .money("refund", status.equals("refunded") ? cents : 0)
                    .refer("handler", order.customer().account().seller().key())
                    .text("description", text.get(1))
                    .owner(order.customer().account().seller().owner());
        }
    }

    List<Complaint> make(List<Order> orders) {
        var complaints = new ArrayList<Complaint>();
        for (var order : orders) {
            if (order.run().status().equals("delivered") && dice.chance(0.023)) {
                complaints.add(complaint(order));
            }
        }
        return complaints;
    }

    private Complaint complaint(Order order) {
        var shipped = order.run().shipped();
        var day = (shipped == null ? order.run().required() : shipped).plusDays(dice.between(2, 8));
        var reported = day.isAfter(today) ? today : day;
        var year = reported.getYear();
        var number = FIRST_NUMBER + numbers.merge(year, 1, Integer::sum);
        return new Complaint(
                "D-%d-%05d".formatted(year, number),
                order,
                reported,
                status(reported),
                dice.one(texts));
    }

    private String status(LocalDate reported) {
        var age = ChronoUnit.DAYS.between(reported, today);
        if (age < 5) {
            return "reported";
        }
        if (age < 18) {
            return "examined";
        }
        return dice.one(List.of("refunded", "refunded", "replaced", "replaced", "refused"));
    }
}
