package org.entente.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.store.sql.Comparison.Extent;
import org.entente.store.sql.Comparison.Tally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The differential test at its full length: {@code ./entente trial expressions [--seed S] [--from
 * N] [--models N]}. A model is told by the seed and its number, so a run can be taken up anywhere.
 */
@Tag("trial")
class ExpressionsTrial {

    private static final Extent FULL = new Extent(500, 200, true);
    private static final int MOST_MODELS = 40;
    private static final int AT_ONCE = 2;

    private final long seed = Long.getLong("entente.trial.seed", System.nanoTime());
    private final int from = Integer.getInteger("entente.trial.from", 1);
    private final int last =
            from - 1 + Integer.getInteger("entente.trial.models", MOST_MODELS + 1 - from);
    private final AtomicInteger next = new AtomicInteger(from);
    private final Instant begun = Instant.now();

    @Test
    void sqlAndMemoryAnswerAlike() throws InterruptedException, ExecutionException {
        say("models %d to %d, %s, --seed %d".formatted(from, last, FULL, seed));
        var all = new Tally();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var parts = new ArrayList<Future<Tally>>();
            for (var i = 0; i < AT_ONCE; i++) {
                parts.add(workers.submit(this::work));
            }
            for (var part : parts) {
                all.add(part.get());
            }
        }
        say("in all: " + all + ", --seed " + seed);
        assertEquals(List.of(), all.failures(), "seed " + seed);
        assertFalse(all.saysLittle(), all::toString);
    }

    /** One model after the other, until none is left. */
    private Tally work() {
        var comparisons = new Comparisons(FULL, seed);
        var all = new Tally();
        for (var number = next.getAndIncrement();
                number <= last && all.failures().isEmpty();
                number = next.getAndIncrement()) {
            var tally = comparisons.ofModel(number);
            all.add(tally);
            say("model %d: %s".formatted(number, tally));
            tally.expensive().forEach(text -> say("TOO EXPENSIVE " + text));
            tally.failures().forEach(failure -> say("DIFFERENCE in model " + failure));
        }
        return all;
    }

    private void say(String what) {
        var seconds = Duration.between(begun, Instant.now()).toSeconds();
        System.out.println("TRIAL expressions, " + seconds + " s: " + what);
    }
}
