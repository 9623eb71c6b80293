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

    private static final Duration ROOM = Duration.ofSeconds(1);

    /** What suits people who wait, with room for a batch of a thousand records. */
    public static Limits usual() {
        return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    /** The same with room for a transaction that is one statement: nobody else waits for it. */
    public Limits forReading() {
        var room = statement.plus(ROOM);
        return transaction.compareTo(room) >= 0 ? this : new Limits(statement, room);
    }

    /**
     * The same with less for a statement than for a transaction: the database leaves the limit of a
     * statement out that is no shorter, and would end the connection where a refusal would do.
     */
    Limits inOrder() {
        var most = transaction.multipliedBy(9).dividedBy(10);
        return statement.compareTo(most) <= 0 ? this : new Limits(most, transaction);
    }
}
