package org.entente.engine.changeset;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.engine.Attempt;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Models;
import org.entente.engine.model.Models.Shaped;
import org.entente.engine.model.StoredModel;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.metadata.definition.LayerCodec;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/** Makes a model the head: room for its data first, then one transaction, all or nothing. */
final class Publication {

    private static final int ATTEMPTS = 5;

    private final Models models;
    private final ModelStore store;
    private final TenantTransactions transactions;

    Publication(Models models, ModelStore store, TenantTransactions transactions) {
        this.models = models;
        this.store = store;
        this.transactions = transactions;
    }

    /** Who publishes what for. */
    record Signature(String title, UUID by, Instant at) {}

    /** The model as it is published now, whatever this node knew. */
    Shaped latest(Tenant tenant) {
        models.refresh(tenant, store.head(tenant).version());
        return models.shaped(tenant);
    }

    /**
     * Publishes; MODEL_MOVED when the head is no longer the version below the next.
     *
     * @param along what is written in the same transaction
     */
    Outcome<Long> publish(
            Tenant tenant, Shaped next, Signature signature, Consumer<TenantTransaction> along) {
        store.expand(tenant, next.model());
        var version = next.model().version();
        Outcome<Long> published =
                alone(
                        tenant,
                        transaction -> {
                            var head = transaction.models().head();
                            if (head.version() != version - 1) {
                                return moved(version - 1, head.version());
                            }
                            transaction.models().publish(stored(next, signature));
                            along.accept(transaction);
                            return Outcome.done(version);
                        });
        if (published instanceof Outcome.Done<Long>) {
            models.published(tenant, next);
        }
        return published;
    }

    private static StoredModel stored(Shaped next, Signature signature) {
        return new StoredModel(
                next.model().version(),
                LayerCodec.encode(next.own()),
                signature.title(),
                signature.by(),
                signature.at(),
                next.pins());
    }

    static <T> Outcome<T> moved(long base, long head) {
        return Outcome.refused(
                Problem.of(
                        ProblemCode.MODEL_MOVED,
                        "/base_version",
                        Map.of("base_version", base, "version", head)));
    }

    /** One transaction of the tenant that writes no records. */
    <T> Outcome<T> write(Tenant tenant, Function<TenantTransaction, Outcome<T>> work) {
        return insist(
                tenant, model -> transactions.write(tenant, model, Set.of(), Ending.COMMIT, work));
    }

    private <T> Outcome<T> alone(Tenant tenant, Function<TenantTransaction, Outcome<T>> work) {
        return insist(tenant, model -> transactions.alone(tenant, model, work));
    }

    private <T> Outcome<T> insist(Tenant tenant, Function<Model, Attempt<Outcome<T>>> work) {
        var model = models.of(tenant);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (work.apply(model)) {
                case Attempt.Fresh<Outcome<T>>(var outcome) -> {
                    return outcome;
                }
                case Attempt.Behind<Outcome<T>>(var head) -> model = models.refresh(tenant, head);
            }
        }
        return Outcome.refused(Problem.of(ProblemCode.UNAVAILABLE));
    }
}
