package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final Sample HUNDRED =
            new Sample(
                    LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray(),
                    2,
                    new Cpu(50, 25, 5),
                    0);

    @Test
    void countsWhatWasDoneInASecond() {
        assertEquals(50, HUNDRED.perSecond());
    }

    @Test
    void tellsWhatMostRequestsDidNotExceed() {
        assertEquals(51, HUNDRED.percentile(50));
        assertEquals(96, HUNDRED.percentile(95));
    }

    @Test
    void sharesTheProcessorOutAmongTheRequests() {
        assertEquals(0.5, HUNDRED.serverPerRequest());
        assertEquals(0.25, HUNDRED.databasePerRequest());
        assertEquals(0.05, HUNDRED.generatorPerRequest());
    }

    @Test
    void twoStretchesAreOneLongerOne() {
        var both = HUNDRED.plus(HUNDRED);
        assertEquals(200, both.nanos().length);
        assertEquals(50, both.perSecond());
        assertEquals(96, both.percentile(95));
        assertEquals(0.5, both.serverPerRequest());
    }
}
