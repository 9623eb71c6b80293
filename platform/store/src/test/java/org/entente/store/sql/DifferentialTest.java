package org.entente.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.entente.store.sql.Comparison.Extent;
import org.entente.store.sql.Comparison.Tally;
import org.junit.jupiter.api.Test;

/**
 * Random models, records and expressions: SQL and memory must give the same answers. {@code
 * -Dentente.seed} repeats a run; the long one is {@link ExpressionsTrial}.
 */
class DifferentialTest {

    private static final int MODELS = 5;
    private static final Extent SMALL = new Extent(80, 60, false);

    @Test
    void sqlAndMemoryAnswerAlike() {
        var seed = Long.getLong("entente.seed", System.nanoTime());
        System.out.println("differential test: -Dentente.seed=" + seed + " " + SMALL);
        var comparisons = new Comparisons(SMALL, seed);
        var all = new Tally();
        for (var model = 1; model <= MODELS; model++) {
            all.add(comparisons.ofModel(model));
        }
        System.out.println("differential test: " + all);
        assertEquals(List.of(), all.failures(), "seed " + seed);
        assertFalse(all.saysLittle(), all::toString);
    }
}
