package org.entente.engine.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Port: has the jobs of tenants worked at. Of all nodes one at a time works for a tenant, one job
 * after the other in each lane, and each tenant takes its turn; when a node dies, another goes on.
 */
public interface JobQueue {

    /** Who does the work. */
    interface Worker {

        /**
         * Works at one job of a tenant's lane.
         *
         * @return when to come again; empty when there is nothing left
         */
        Optional<Instant> work(String tenant, Lane lane);
    }

    /** Begins to listen, until it is stopped. */
    void start(Worker worker);

    /** Stops; work that does not end soon is interrupted, and taken up elsewhere. */
    void stop();
}
