package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.launcher.demo.Address;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Town;
import org.entente.launcher.demo.Words;
import org.jspecify.annotations.Nullable;

/** Claims of the last three years, as often and of such kinds as what is insured brings with it. */
final class Claims {
    private static final int FIRST_NUMBER = 10_000;
    private static final int YEARS = 3;
    private static final Map<String, Double> MEDIANS =
            Map.of(
                    "collision", 1400.0,
                    "glass", 470.0,
                    "theft", 3100.0,
                    "fire", 5200.0,
                    "water", 1450.0,
                    "weather", 1900.0,
                    "disaster", 15_000.0,
                    "injury", 7200.0,
                    "liability", 620.0,
                    "health", 380.0);

    private final FrenchPlaces places;
    private final Firms firms;
    private final Staff staff;
    private final LocalDate today;
    private final Dice dice = Dice.of("horizon claims");
    private final Map<String, List<String>> texts =
            Words.rows("horizon/claims", 2).stream()
                    .collect(
                            Collectors.groupingBy(
                                    row -> row.get(0),
                                    Collectors.mapping(row -> row.get(1), Collectors.toList())));
    private final List<LocalDate> storms = new ArrayList<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    Claims(FrenchPlaces places, Firms firms, Staff staff, LocalDate today) {
        this.places = places;
        this.firms = firms;
        this.staff = staff;
        this.today = today;
        for (var year = 0; year <= YEARS; year++) {
            var january = today.withDayOfYear(1).minusYears(year);
            storms.add(january.plusDays(dice.between(2, 50)));
            storms.add(january.plusDays(dice.between(160, 195)));
            storms.add(january.plusDays(dice.between(295, 330)));
        }
    }

    List<Claim> make(List<Contract> contracts) {
        record Loss(Contract contract, Claim.Event event) {}
        var losses = new ArrayList<Loss>();
        for (var contract : contracts) {
            for (var event : events(contract)) {
                losses.add(new Loss(contract, event));
            }
        }
        losses.sort(
                Comparator.comparing((Loss loss) -> loss.event().day())
                        .thenComparing(loss -> loss.contract().number()));
        return losses.stream().map(loss -> claim(loss.contract(), loss.event())).toList();
    }

    private List<Claim.Event> events(Contract contract) {
        var from = contract.run().starts();
        var window = today.minusYears(YEARS);
        var first = from.isAfter(window) ? from : window;
        var last = contract.run().lastCovered(today.minusDays(1));
        var events = new ArrayList<Claim.Event>();
        var chance =
                contract.cover().product().claimsPerYear()
                        * ChronoUnit.DAYS.between(first, last)
                        / 365;
        while (dice.chance(Math.min(chance, 0.9))) {
            var kind = dice.one(contract.cover().product().claimKinds());
            var day = day(kind, first, last);
            if (day != null) {
                events.add(event(kind, day, contract));
            }
            chance /= 2;
        }
        return events;
    }

    /** Weather strikes many on the same day; null when none of its days is within the cover. */
    private @Nullable LocalDate day(String kind, LocalDate first, LocalDate last) {
        if (!kind.equals("weather")) {
            return dice.day(first, last);
        }
        var covered =
                storms.stream().filter(day -> !day.isBefore(first) && !day.isAfter(last)).toList();
        return covered.isEmpty() ? null : dice.one(covered);
    }

    private Claim.Event event(String kind, LocalDate day, Contract contract) {
        var summer = day.getMonthValue() > 4 && day.getMonthValue() < 10;
        var choice =
                texts.getOrDefault(kind, List.of("")).stream()
                        .filter(text ->
                                !kind.equals("weather") || text.startsWith("Grêle") == summer)
                        .toList();
        return new Claim.Event(kind, day, place(contract), dice.one(choice), dice.chance(0.35));
    }

    private @Nullable Address place(Contract contract) {
        var product = contract.cover().product();
        if (product.isHome()) {
            return contract.holder().contact().address();
        }
        return product.onWheels() && dice.chance(0.8)
                ? places.address(dice, nearby(contract))
                : null;
    }

    private Town nearby(Contract contract) {
        return dice.chance(0.7) ? contract.holder().contact().address().town() : places.town(dice);
    }

    private Claim claim(Contract contract, Claim.Event event) {
        var year = event.day().getYear();
        var number =
                "D-%d-%05d".formatted(year, FIRST_NUMBER + numbers.merge(year, 1, Integer::sum));
        var delay = dice.chance(0.6) ? dice.between(0, 2) : dice.between(3, 14);
        var reported = event.day().plusDays(delay);
        return new Claim(
                number,
                contract,
                event,
                course(contract, event, reported.isAfter(today) ? today : reported));
    }

    private Claim.Course course(Contract contract, Claim.Event event, LocalDate reported) {
        var age = ChronoUnit.DAYS.between(reported, today);
        var status = status(age);
        var known = !status.equals("reported") || dice.chance(0.4);
        var estimate =
                known ? dice.amount(MEDIANS.getOrDefault(event.kind(), 1000.0) * 100, 0.7) : 0;
        var paid =
                status.equals("paid")
                        ? Math.max(1000, estimate - contract.terms().deductible())
                        : 0;
        var choice = firms.suppliersOf(event.kind());
        var seen = !status.equals("reported") && !choice.isEmpty() && dice.chance(0.8);
        var expert = seen ? dice.one(choice) : null;
        var hands = new Claim.Hands(staff.handler(dice), expert);
        return new Claim.Course(reported, status, estimate, paid, hands);
    }

    /** New ones wait, old ones are settled, and a few drag on. */
    private String status(long age) {
        if (age <= dice.between(4, 16)) {
            return "reported";
        }
        if (age <= dice.between(20, 60)) {
            return "assessed";
        }
        if (age <= dice.between(50, 100)) {
            return "accepted";
        }
        if (dice.chance(0.02)) {
            return dice.chance(0.5) ? "assessed" : "accepted";
        }
        if (dice.chance(0.12)) {
            return "refused";
        }
        return dice.chance(0.12) ? "closed" : "paid";
    }
}
