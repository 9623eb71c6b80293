package org.entente.engine.feed;

import java.time.Duration;
import java.util.List;

/**
 * Port: what writing transactions signalled, for this node. Every signal is heard once, and the
 * last one of a tenant also by a node that starts later.
 */
public interface Signals {

    /** Those that were committed since the last call. */
    List<Signal> hear();

    /** Drops those that every node has heard and that a later one repeats. */
    void condense();

    /**
     * How long the oldest transaction has been running that may still write; the feeds of all
     * tenants of the cell end before it.
     */
    Duration lag();

    /**
     * That there is something to look for.
     *
     * @param tenant its number
     * @param kind such as {@code feed}
     */
    record Signal(long tenant, String kind) {}
}
