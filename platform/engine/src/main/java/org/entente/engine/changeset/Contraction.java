package org.entente.engine.changeset;

import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import org.entente.engine.job.Chore;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Models;
import org.entente.engine.model.Readiness.State;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do once a model is published. What that is follows from the model and the tables
 * alone, so whatever cuts it off, the next run goes on where it ended.
 */
public final class Contraction implements Chore {

    /** The kind of its jobs. */
    public static final String KIND = "contract";

    private final Models models;
    private final ModelStore store;
    private final Clock clock;

    public Contraction(Models models, ModelStore store, Clock clock) {
        this.models = models;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    /** Whether the model asks for something that is not there, and that has not failed. */
    public boolean isDue(Tenant tenant) {
        return store.unready(tenant, models.of(tenant)).values().stream()
                .anyMatch(readiness -> readiness.state() == State.BUILDING);
    }

    @Override
    public Outcome<Course> open(Caller caller, Map<String, @Nullable Object> asked) {
        return Outcome.done(new Parts());
    }

    /** Part after part, by the model that is published at that moment. */
    private final class Parts implements Course {
        private long done;

        @Override
        public Outcome<Reached> next(Caller caller) {
            var left = one(caller.tenant());
            if (left.isEmpty()) {
                return Outcome.done(new Reached(done, done, true));
            }
            done++;
            return Outcome.done(new Reached(done, done + left.getAsLong(), false));
        }
    }

    private OptionalLong one(Tenant tenant) {
        var model = models.refresh(tenant, store.head(tenant).version());
        return store.contract(tenant, model, clock.instant());
    }

    /** All of it, however long it takes. */
    public void run(Tenant tenant) {
        while (one(tenant).isPresent()) {
            // there is more
        }
    }
}
