package org.entente.engine.changeset;

import java.time.Clock;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Models;
import org.entente.spi.Tenant;

/**
 * What is left to do once a model is published. What that is follows from the model and the tables
 * alone, so whatever cuts it off, the next run goes on where it ended.
 */
public final class Contraction {

    private static final int ATTEMPTS = 5;

    private final Models models;
    private final ModelStore store;
    private final Clock clock;

    public Contraction(Models models, ModelStore store, Clock clock) {
        this.models = models;
        this.store = store;
        this.clock = clock;
    }

    /** Does it, however long it takes; begins again when the model moves on meanwhile. */
    public void run(Tenant tenant) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var model = models.refresh(tenant, store.head(tenant).version());
            if (store.contract(tenant, model, clock.instant())) {
                return;
            }
        }
    }
}
