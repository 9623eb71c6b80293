package org.entente.bench;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Has a side work until Java has compiled what it is made of: until the processor time of a request
 * falls no more, since a server works for days. The larger program takes longer, and each side is
 * given what it takes.
 */
final class WarmUp {
    private static final Duration STRETCH = Duration.ofSeconds(4);
    private static final int MOST_STRETCHES = 20;
    private static final double GAIN = 0.97;
    private static final int WITHOUT_GAIN = 3;

    private WarmUp() {}

    static void of(Side side, int connections) {
        until(() -> side.run(connections, STRETCH).serverPerRequest());
    }

    /**
     * @param cost of a request in the next stretch
     * @return how many stretches it took
     */
    static int until(Supplier<Double> cost) {
        var best = Double.MAX_VALUE;
        var idle = 0;
        var stretches = 0;
        while (idle < WITHOUT_GAIN && stretches < MOST_STRETCHES) {
            var now = cost.get();
            stretches++;
            idle = now < best * GAIN ? 0 : idle + 1;
            best = Math.min(best, now);
        }
        return stretches;
    }
}
