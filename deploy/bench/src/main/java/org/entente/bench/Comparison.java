package org.entente.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Both sides of one shape at one number of connections, round by round.
 *
 * @param ours and the reference's sample of the same place were taken one right after the other
 */
record Comparison(Shape shape, int connections, List<Sample> ours, List<Sample> reference) {
    Comparison {
        ours = List.copyOf(ours);
        reference = List.copyOf(reference);
        if (ours.isEmpty() || ours.size() != reference.size()) {
            throw new IllegalArgumentException("as many rounds of the one as of the other");
        }
    }

    static final List<String> HEAD =
            List.of(
                    "shape",
                    "conn.",
                    "ours/s",
                    "ref/s",
                    "ratio",
                    "median ms (ref)",
                    "p95 ms (ref)",
                    "CPU ms ours",
                    "CPU ms ref",
                    "goal");

    /** The median of what each round came to: what else the machine did meets both of a round. */
    double ratio() {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < ours.size(); i++) {
            var other = reference.get(i).perSecond();
            ratios.add(other == 0 ? 0 : ours.get(i).perSecond() / other);
        }
        return median(ratios);
    }

    List<String> cells() {
        var mine = all(ours);
        var other = all(reference);
        return List.of(
                shape.name() + " " + shape.title(),
                String.valueOf(connections),
                number(median(ours, Sample::perSecond)),
                number(median(reference, Sample::perSecond)),
                String.format(Locale.ROOT, "%.2f", ratio()),
                pair(mine.percentile(50), other.percentile(50)),
                pair(mine.percentile(95), other.percentile(95)),
                cpu(mine),
                cpu(other),
                verdict(mine, other));
    }

    /** All rounds of one side as one. */
    static Sample all(List<Sample> rounds) {
        return rounds.stream().reduce(Sample::plus).orElseThrow();
    }

    private String verdict(Sample mine, Sample other) {
        if (mine.failures() + other.failures() > 0) {
            return "%d and %d REFUSED".formatted(mine.failures(), other.failures());
        }
        var said = new ArrayList<String>();
        var goal = shape.goal();
        if (goal.throughput() > 0) {
            said.add(word(ratio() >= goal.throughput()) + number(goal.throughput()));
        }
        if (goal.tail() > 0) {
            var times = mine.percentile(95) / Math.max(1e-9, other.percentile(95));
            said.add(
                    word(times <= goal.tail())
                            + "p95 × %s (%s)".formatted(number(goal.tail()), number(times)));
        }
        return String.join(", ", said);
    }

    private static String word(boolean reached) {
        return reached ? "reaches " : "MISSES ";
    }

    private static String cpu(Sample sample) {
        return number(sample.serverPerRequest()) + " + " + number(sample.databasePerRequest());
    }

    private static String pair(double mine, double other) {
        return number(mine) + " (" + number(other) + ")";
    }

    /** Three digits that mean something. */
    static String number(double value) {
        var digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    private static double median(List<Sample> rounds, ToDoubleFunction<Sample> figure) {
        return median(rounds.stream().map(figure::applyAsDouble).toList());
    }

    static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
