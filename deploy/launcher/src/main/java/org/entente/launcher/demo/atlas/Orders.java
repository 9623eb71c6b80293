package org.entente.launcher.demo.atlas;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Weighted;

/** Orders of three years: more before Christmas, fewer in August, more from year to year. */
final class Orders {
    static final int ORDERS = 20_000;
    private static final int FIRST_NUMBER = 20_001;
    private static final int DAYS = 3 * 365;
    private static final List<Integer> DISCOUNTS = List.of(0, 0, 0, 0, 0, 5, 5, 10, 12, 15);
    private static final List<Integer> QUANTITIES =
            List.of(1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 12, 20, 40);

    private final List<Firm> customers;
    private final List<Key> carriers;
    private final List<Goods.Product> products;
    private final LocalDate today;
    private final Dice dice = Dice.of("atlas orders");

    Orders(
            List<Firm> customers,
            List<Key> carriers,
            List<Goods.Product> products,
            LocalDate today) {
        this.customers = customers;
        this.carriers = carriers;
        this.products = products;
        this.today = today;
    }

    List<Order> make() {
        var days = new ArrayList<LocalDate>();
        for (var ago = DAYS; ago >= 0; ago--) {
            days.add(today.minusDays(ago));
        }
        var season = Weighted.of(days, this::weight);
        var ordered = new ArrayList<LocalDate>();
        for (var i = 0; i < ORDERS; i++) {
            ordered.add(season.pick(dice));
        }
        ordered.sort(null);
        var orders = new ArrayList<Order>();
        for (var day : ordered) {
            orders.add(order("SO-" + (FIRST_NUMBER + orders.size()), day));
        }
        return orders;
    }

    private int weight(LocalDate day) {
        var weekday =
                switch (day.getDayOfWeek()) {
                    case MONDAY, TUESDAY -> 12;
                    case WEDNESDAY, THURSDAY -> 10;
                    case FRIDAY -> 7;
                    case SATURDAY, SUNDAY -> 0;
                };
        var season =
                switch (day.getMonth()) {
                    case NOVEMBER -> 17;
                    case DECEMBER -> day.getDayOfMonth() < 20 ? 19 : 5;
                    case OCTOBER, MAY, JUNE -> 12;
                    case MARCH, APRIL, SEPTEMBER -> 11;
                    case FEBRUARY, JULY -> 9;
                    case JANUARY -> 7;
                    case AUGUST -> 6;
                };
        var growth = 100 + 30L * (DAYS - ChronoUnit.DAYS.between(day, today)) / DAYS;
        return (int) ((long) weekday * season * growth / 10);
    }

    private Order order(String number, LocalDate day) {
        var customer = customer(day);
        var lines = lines(day);
        var cents = lines.stream().mapToLong(l -> l.price() * l.quantity() / 100).sum();
        var freight = cents > 60_000 ? 0 : dice.amount(2_800, 0.6);
        var run = run(day);
        var known = !run.status().equals("draft") && dice.chance(0.97);
        return new Order(
                number,
                customer,
                run,
                new Order.Carriage(known ? dice.early(carriers) : null, freight),
                lines);
    }

    /** Of those who were customers then, the big ones again and again. */
    private Firm customer(LocalDate day) {
        for (var attempt = 0; attempt < 20; attempt++) {
            var customer = dice.early(customers);
            if (!customer.account().since().isAfter(day)) {
                return customer;
            }
        }
        return customers.stream()
                .filter(customer -> !customer.account().since().isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    private Order.Run run(LocalDate day) {
        var required = Dice.workday(day.plusDays(dice.one(List.of(5, 7, 7, 10, 14, 14, 21))));
        if (required.isBefore(day)) {
            required = day;
        }
        if (dice.chance(0.025)) {
            return new Order.Run(day, required, null, "cancelled");
        }
        var late = dice.chance(0.07);
        var shipped =
                late
                        ? required.plusDays(dice.between(1, 9))
                        : Dice.workday(required.minusDays(dice.between(1, 4)));
        if (shipped.isBefore(day)) {
            shipped = day;
        }
        if (shipped.isAfter(today)) {
            return new Order.Run(day, required, null, waiting(day));
        }
        var arrived = ChronoUnit.DAYS.between(shipped, today) > dice.between(2, 5);
        return new Order.Run(day, required, shipped, arrived ? "delivered" : "shipped");
    }

    private String waiting(LocalDate day) {
        if (ChronoUnit.DAYS.between(day, today) < 2 && dice.chance(0.4)) {
            return "draft";
        }
        return dice.chance(0.65) ? "confirmed" : "picked";
    }

    private List<Order.Line> lines(LocalDate day) {
        var lines = new ArrayList<Order.Line>();
        var wanted = new HashSet<Goods.Product>();
        var count = dice.one(List.of(1, 1, 2, 2, 2, 3, 3, 4, 5));
        while (wanted.size() < count) {
            var product = dice.early(products);
            if (wanted.add(product)) {
                lines.add(line(product, day));
            }
        }
        return lines;
    }

    /** Prices have risen by four per cent a year. */
    private Order.Line line(Goods.Product product, LocalDate day) {
        var years = ChronoUnit.DAYS.between(day, today) / 365.0;
        var price = Math.round(product.cents() * 100 * Math.pow(1.04, -years));
        return new Order.Line(product, price, dice.early(QUANTITIES), dice.one(DISCOUNTS));
    }
}
