package org.entente.engine.changeset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.entente.engine.changeset.Drafts.Draft;
import org.entente.engine.changeset.Publication.Signature;
import org.entente.engine.record.TenantTransaction;
import org.entente.metadata.definition.DataTouch.Reshaped;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.Tenant;

/**
 * A draft on its way to be the head: values come over to their next types a portion at a time, then
 * one transaction publishes it. Whoever is cut off begins anew; what came over already is passed
 * over quickly.
 */
final class Publishing {

    private final Publication publication;
    private final Tenant tenant;
    private final Draft draft;
    private final List<Reshaping> reshapings;
    private final List<Problem> problems = new ArrayList<>();
    private int at;

    Publishing(Publication publication, Tenant tenant, Draft draft) {
        this.publication = publication;
        this.tenant = tenant;
        this.draft = draft;
        this.reshapings =
                reshaped(draft).stream().map(touch -> new Reshaping(draft, touch)).toList();
    }

    static List<Reshaped> reshaped(Draft draft) {
        return draft.difference().touches().stream()
                .flatMap(touch ->
                        touch instanceof Reshaped one
                                ? java.util.stream.Stream.of(one)
                                : java.util.stream.Stream.empty())
                .toList();
    }

    /** Does a portion; whether nothing is left but to publish. Problems: VALUES_UNFIT. */
    Outcome<Boolean> step() {
        if (at < reshapings.size()) {
            switch (reshapings.get(at).step(publication.beside(tenant))) {
                case Outcome.Done<Boolean>(var ready) -> at += ready ? 1 : 0;
                case Outcome.Refused<Boolean>(var refused) -> {
                    problems.addAll(refused);
                    at++;
                }
            }
        }
        if (at < reshapings.size()) {
            return Outcome.done(false);
        }
        return problems.isEmpty() ? Outcome.done(true) : Outcome.refused(problems);
    }

    /** How many records were looked at. */
    long seen() {
        return reshapings.stream().mapToLong(Reshaping::seen).sum();
    }

    /** All of it at once. */
    Outcome<Long> toItsEnd(Signature signature, Consumer<TenantTransaction> along) {
        while (true) {
            switch (step()) {
                case Outcome.Refused<Boolean>(var refused) -> {
                    return Outcome.refused(refused);
                }
                case Outcome.Done<Boolean>(var ready) -> {
                    if (ready) {
                        return finish(signature, along);
                    }
                }
            }
        }
    }

    /** Publishes; MODEL_MOVED when the head is no longer the version below the next. */
    Outcome<Long> finish(Signature signature, Consumer<TenantTransaction> along) {
        return publication.finish(
                tenant, draft, transaction -> finished(transaction), signature, along);
    }

    private Outcome<Integer> finished(TenantTransaction transaction) {
        for (var reshaping : reshapings) {
            if (reshaping.finish(transaction) instanceof Outcome.Refused<Reshaping>(var refused)) {
                return Outcome.refused(refused);
            }
        }
        return Outcome.done(reshapings.size());
    }
}
