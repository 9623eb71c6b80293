package org.entente.engine.changeset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.engine.Attempt;
import org.entente.engine.changeset.Drafts.Draft;
import org.entente.engine.check.Checks;
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

/**
 * Makes a draft the head. What comes before can be done again or be left lying; the one transaction
 * at the end is all or nothing; what takes long on filled tables comes afterwards.
 */
public final class Publication {

    private static final int ATTEMPTS = 5;

    private final Models models;
    private final ModelStore store;
    private final TenantTransactions transactions;
    private final LiveData data;

    public Publication(
            Models models, ModelStore store, TenantTransactions transactions, LiveData data) {
        this.models = models;
        this.store = store;
        this.transactions = transactions;
        this.data = data;
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
            Tenant tenant, Draft draft, Signature signature, Consumer<TenantTransaction> along) {
        return begin(tenant, draft, signature.at())
                .then(publishing -> publishing.toItsEnd(signature, along));
    }

    /** Makes room for what the draft asks for. Problems: those of the plan. */
    Outcome<Publishing> begin(Tenant tenant, Draft draft, Instant at) {
        var problems = new ArrayList<>(draft.difference().problems());
        problems.addAll(Measuring.optionsInUse(data, tenant, draft));
        problems.addAll(Checks.problems(tenant, draft.next(), at));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        store.expand(tenant, draft.next().model());
        return Outcome.done(new Publishing(this, tenant, draft));
    }

    /**
     * @param first what is left to do while nobody writes
     */
    Outcome<Long> finish(
            Tenant tenant,
            Draft draft,
            Function<TenantTransaction, Outcome<Integer>> first,
            Signature signature,
            Consumer<TenantTransaction> along) {
        var stored = stored(draft.next(), signature);
        var published =
                alone(
                        tenant,
                        transaction ->
                                first.apply(transaction)
                                        .then(ok ->
                                                last(transaction, draft.next(), stored, along)));
        if (published instanceof Outcome.Done<Long>) {
            models.published(tenant, draft.next());
        }
        return published;
    }

    Reshaping.Beside beside(Tenant tenant) {
        return new Reshaping.Beside() {
            @Override
            public <T> Outcome<T> write(Function<TenantTransaction, Outcome<T>> work) {
                return Publication.this.write(tenant, work);
            }
        };
    }

    private static Outcome<Long> last(
            TenantTransaction transaction,
            Shaped next,
            StoredModel stored,
            Consumer<TenantTransaction> along) {
        var version = next.model().version();
        var head = transaction.models().head();
        if (head.version() != version - 1) {
            return moved(version - 1, head.version());
        }
        transaction.models().publish(stored, next.model());
        along.accept(transaction);
        return Outcome.done(version);
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

    /** One transaction of the tenant, beside other writers, under whatever is the head. */
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
