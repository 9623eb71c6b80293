package org.entente.engine.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.query.FeedPosition;
import org.entente.spi.Tenant;

/** Port: how far each consumer has come in the feed of a tenant. One node at a time has it. */
public interface Consumers {

    /**
     * Takes a consumer for a node, or keeps it; a new one begins at the beginning. Empty while
     * another node has it, or while it rests after a failure.
     */
    Optional<Claim> claim(Tenant tenant, Holder holder, Duration lease);

    /** Which consumer, for which node. */
    record Holder(String consumer, UUID node) {}

    /** Where it is, and how often it failed there. */
    record Claim(FeedPosition at, int failures) {}

    /** Everything up to here was handled; false when the node does not have it any more. */
    boolean move(Tenant tenant, Holder holder, FeedPosition to);

    /** The same, though one change was never handled: it is kept among the dead. */
    boolean bury(Tenant tenant, Holder holder, FeedPosition to, Dead dead);

    /** What comes next could not be handled; the consumer rests. */
    void fail(Tenant tenant, Holder holder, Duration rest);

    /** Lets others have it. */
    void release(Tenant tenant, Holder holder);

    /** All consumers of a tenant. */
    List<State> states(Tenant tenant);

    /** How a consumer is. */
    record State(String name, FeedPosition at, int failures, List<Dead> dead, Instant movedAt) {
        public State {
            dead = List.copyOf(dead);
        }
    }

    /**
     * A change that could not be handled.
     *
     * @param reason without values of records
     */
    record Dead(String entity, UUID record, long version, String reason) {}
}
