package org.entente.engine.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.engine.Attempt;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;

/**
 * Port: reads a tenant's changes on from a place.
 *
 * <p>What it answers, part after part, is every change that was committed, however late, each once;
 * of one record, every version after the one before it. A change stands where it can be told: after
 * those of its record that came before, even when they were written by younger transactions.
 */
public interface FeedReads {

    /** Empty when the place is of another epoch. */
    Attempt<Optional<Portion>> read(Tenant tenant, Model model, FeedQuery query);

    /**
     * What to read.
     *
     * @param entities whose changes are told; others are passed over
     * @param limit about how many changes; changes that can only be told together may be more
     */
    record FeedQuery(FeedPosition after, Set<Entity> entities, int limit) {
        public FeedQuery {
            entities = Set.copyOf(entities);
        }
    }

    /**
     * The next changes.
     *
     * @param next where to go on
     * @param ended whether there is nothing more for now
     */
    record Portion(List<FeedChange> changes, FeedPosition next, boolean ended) {
        public Portion {
            changes = List.copyOf(changes);
        }
    }
}
