package org.entente.store;

import java.time.Duration;

/**
 * How long the database may take.
 *
 * @param statement for one statement
 * @param transaction for a writing transaction; whoever holds one longer holds the feed of changes
 *     back, so the database ends it
 */
public record Limits(Duration statement, Duration transaction) {

    /** What suits people who wait, with room for a batch of a thousand records. */
    public static Limits usual() {
        return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5));
    }
}
