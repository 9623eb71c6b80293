package org.entente.engine.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.Attempt;
import org.entente.engine.feed.Consumers.Claim;
import org.entente.engine.feed.Consumers.Dead;
import org.entente.engine.feed.Consumers.Holder;
import org.entente.engine.model.Models;
import org.entente.engine.query.FeedPosition;
import org.entente.engine.query.FeedReads;
import org.entente.engine.query.FeedReads.FeedQuery;
import org.entente.engine.query.FeedReads.Portion;
import org.entente.metadata.model.Model;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/** Tells listeners what changed, from where each of them had come to. */
public final class Feeding {

    private static final Logger LOG = Logger.getLogger(Feeding.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int PORTION = 200;

    /** After so many portions the next tenant has its turn. */
    private static final int TURN = 5;

    private static final int MOST_FAILURES = 8;
    private static final int ATTEMPTS = 5;

    private final Models models;
    private final FeedReads reads;
    private final Consumers consumers;
    private final List<Listener> listeners;
    private final UUID node = UUID.randomUUID();

    public Feeding(
            Models models,
            FeedReads reads,
            Consumers consumers,
            List<? extends Listener> listeners) {
        this.models = models;
        this.reads = reads;
        this.consumers = consumers;
        this.listeners = List.copyOf(listeners);
    }

    /** Whether there is anybody to tell. */
    public boolean hasListeners() {
        return !listeners.isEmpty();
    }

    /** One turn of a tenant; whether it wants another one, now or after a rest. */
    public boolean turn(Tenant tenant) {
        var more = false;
        for (var listener : listeners) {
            more |= turn(tenant, listener);
        }
        return more;
    }

    private boolean turn(Tenant tenant, Listener listener) {
        var holder = new Holder(listener.name(), node);
        for (var i = 0; i < TURN; i++) {
            var claim = consumers.claim(tenant, holder, LEASE);
            if (claim.isEmpty()) {
                return true;
            }
            if (told(tenant, listener, holder, claim.get())) {
                consumers.release(tenant, holder);
                return false;
            }
        }
        return true;
    }

    /** Tells the next portion; true when there is nothing more. */
    private boolean told(Tenant tenant, Listener listener, Holder holder, Claim claim) {
        var limit = claim.failures() == 0 ? PORTION : 1;
        var next = next(tenant, claim.at(), limit);
        if (next.portion().changes().isEmpty()) {
            consumers.move(tenant, holder, next.portion().next());
            return next.portion().ended();
        }
        try {
            listener.hear(tenant, next.model(), next.portion().changes());
            consumers.move(tenant, holder, next.portion().next());
            return next.portion().ended();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "a listener failed: " + listener.name());
            failed(tenant, holder, claim, new Failed(next.portion(), failure));
            return false;
        }
    }

    /** A portion that could not be handled, and why. */
    private record Failed(Portion portion, RuntimeException failure) {}

    private void failed(Tenant tenant, Holder holder, Claim claim, Failed failed) {
        if (claim.failures() < MOST_FAILURES) {
            consumers.fail(tenant, holder, Duration.ofSeconds(1L << claim.failures()));
            return;
        }
        var change = failed.portion().changes().getFirst();
        var dead =
                new Dead(
                        change.entity().name(),
                        change.record(),
                        change.told().version(),
                        failed.failure().getClass().getSimpleName());
        consumers.bury(tenant, holder, failed.portion().next(), dead);
    }

    /** What comes next, under which model. */
    private record Next(Model model, Portion portion) {}

    private Next next(Tenant tenant, FeedPosition at, int limit) {
        var model = models.of(tenant);
        var after = at;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var query = new FeedQuery(after, Set.copyOf(model.entities().values()), limit);
            switch (reads.read(tenant, model, query)) {
                case Attempt.Behind<Optional<Portion>>(var head) ->
                        model = models.refresh(tenant, head);
                case Attempt.Fresh<Optional<Portion>>(var portion) -> {
                    if (portion.isPresent()) {
                        return new Next(model, portion.get());
                    }
                    after = FeedPosition.START;
                }
            }
        }
        throw new EntenteException(Problem.of(ProblemCode.UNAVAILABLE));
    }
}
