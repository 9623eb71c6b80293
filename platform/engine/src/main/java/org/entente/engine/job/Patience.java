package org.entente.engine.job;

import java.time.Duration;

/** How often something that failed is tried again, and after how long. */
final class Patience {

    static final int ATTEMPTS = 6;
    private static final Duration FIRST = Duration.ofSeconds(2);

    private Patience() {}

    /** 2, 8, 32, 128, 512 seconds. */
    static Duration after(long attempts) {
        return FIRST.multipliedBy(1L << (2 * (Math.min(attempts, ATTEMPTS) - 1)));
    }
}
