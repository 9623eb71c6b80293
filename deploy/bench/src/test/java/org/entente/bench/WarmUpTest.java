package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void endsWhenNothingIsGainedThreeTimes() {
        var costs = new ArrayDeque<>(List.of(3.0, 2.0, 1.99, 1.5, 1.49, 1.6, 1.48, 1.0));

        assertEquals(7, WarmUp.until(costs::pop));
    }

    @Test
    void endsWhenItTakesTooLong() {
        var cost = new double[] {1_000};

        assertEquals(20, WarmUp.until(() -> cost[0] *= 0.9));
    }
}
