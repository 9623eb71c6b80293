package org.entente.engine.query;

import java.util.Comparator;

/**
 * A place in the feed of a tenant: everything before it and at it has been told. Places are ordered
 * within an epoch.
 *
 * @param epoch which life of the tenant's data; rises when it is restored or moved, after which
 *     older places mean nothing. Zero is before everything, whatever the epoch
 * @param transaction in which a change was written
 * @param number of the change among all
 */
public record FeedPosition(long epoch, long transaction, long number)
        implements Comparable<FeedPosition> {

    /** Before the first change. */
    public static final FeedPosition START = new FeedPosition(0, 0, 0);

    private static final Comparator<FeedPosition> ORDER =
            Comparator.comparingLong(FeedPosition::epoch)
                    .thenComparingLong(FeedPosition::transaction)
                    .thenComparingLong(FeedPosition::number);

    @Override
    public int compareTo(FeedPosition other) {
        return ORDER.compare(this, other);
    }
}
