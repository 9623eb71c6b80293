package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.entente.bench.Shape.Goal;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Side NOBODY =
            (connections, time) -> {
                throw new AssertionError("is not asked");
            };

    @Test
    void theRatioIsTheMedianOfTheRounds() {
        var ours = List.of(sample(10, 1), sample(10, 1), sample(10, 1));
        var reference = List.of(sample(20, 1), sample(100, 1), sample(10, 1));
        assertEquals(0.5, comparison(Goal.NONE, ours, reference).ratio());
    }

    @Test
    void saysWhichGoalIsReached() {
        var ours = List.of(sample(50, 4));
        var reference = List.of(sample(100, 1));
        assertEquals("reaches 0.50", goal(new Goal(0.5, 0), ours, reference));
        assertEquals(
                "MISSES 0.80, MISSES p95 × 3.00 (4.00)", goal(new Goal(0.8, 3), ours, reference));
        assertEquals("", goal(Goal.NONE, ours, reference));
    }

    @Test
    void aRefusedRequestIsNoSuccess() {
        var refused = new Sample(new long[] {1}, 1, new Cpu(0, 0, 0), 1);
        assertEquals(
                "1 and 0 REFUSED", goal(new Goal(0.5, 0), List.of(refused), List.of(sample(1, 1))));
    }

    @Test
    void asManyRoundsOfTheOneAsOfTheOther() {
        var rounds = List.of(sample(1, 1));
        assertThrows(
                IllegalArgumentException.class, () -> comparison(Goal.NONE, rounds, List.of()));
    }

    @Test
    void threeDigitsMeanSomething() {
        assertEquals("0.46", Comparison.number(0.456));
        assertEquals("12.3", Comparison.number(12.34));
        assertEquals("1,235", Comparison.number(1_234.6));
    }

    private static String goal(Goal goal, List<Sample> ours, List<Sample> reference) {
        return comparison(goal, ours, reference).cells().getLast();
    }

    private static Comparison comparison(Goal goal, List<Sample> ours, List<Sample> reference) {
        return new Comparison(
                new Shape("R0", "nothing", goal, false, NOBODY, NOBODY), 1, ours, reference);
    }

    /** So many requests in one second, each of so many milliseconds. */
    private static Sample sample(int count, long millis) {
        var nanos = new long[count];
        java.util.Arrays.fill(nanos, millis * 1_000_000);
        return new Sample(nanos, 1, new Cpu(0, 0, 0), 0);
    }
}
