package org.entente.engine.feed;

import java.util.List;
import org.entente.engine.query.FeedChange;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;

/**
 * Somebody who is told every change of every tenant: each at least once, and of one record every
 * version after the one before it. A change that is told again has the record and the version of
 * the first time.
 */
public interface Listener {

    /** By which its place in each tenant's feed is kept; never changes. */
    String name();

    /** Handles changes; an exception has them told again, later and later. */
    void hear(Tenant tenant, Model model, List<FeedChange> changes);
}
