package org.entente.engine.changeset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.entente.engine.changeset.Drafts.Draft;
import org.entente.engine.record.Conversion;
import org.entente.engine.record.Conversion.Unfit;
import org.entente.engine.record.Converted;
import org.entente.engine.record.TenantTransaction;
import org.entente.metadata.definition.DataTouch.Reshaped;
import org.entente.metadata.definition.Effect;
import org.entente.metadata.definition.Effect.Kind;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;

/**
 * Brings the values of one field to its next type before that is published: all records in short
 * transactions while others write, then what was written meanwhile, again and again, until so
 * little is left that the publication itself can do it.
 */
final class Reshaping {

    /** So few that others are not held long by the publication. */
    private static final int FEW = 200;

    private static final int PORTION = 500;
    private static final int ROUNDS = 20;
    private static final int SAMPLES = 10;

    /** Runs work in a transaction of its own beside other writers. */
    interface Beside {
        <T> Outcome<T> write(Function<TenantTransaction, Outcome<T>> work);
    }

    private final Conversion conversion;
    private final String path;
    private final boolean emptying;
    private final Set<UUID> open = new LinkedHashSet<>();
    private final List<Unfit> samples = new ArrayList<>();
    private Optional<UUID> after = Optional.empty();
    private long unfit;
    private long seen;
    private int rounds;
    private boolean whole;
    private String mark = "";

    Reshaping(Draft draft, Reshaped reshaped) {
        this.conversion = conversion(draft, reshaped);
        this.path = reshaped.path();
        this.emptying = draft.empties(reshaped);
    }

    static Conversion conversion(Draft draft, Reshaped reshaped) {
        return Spelled.conversion(
                reshaped.entity(), reshaped.before(), reshaped.after(), draft.next().model());
    }

    /**
     * Does a portion of what the publication need not do; whether that was the last. Problems:
     * VALUES_UNFIT.
     */
    Outcome<Boolean> step(Beside beside) {
        if (mark.isEmpty()) {
            return in(beside, TenantTransaction::mark)
                    .map(first -> {
                        mark = first;
                        return false;
                    });
        }
        return whole ? another(beside) : portion(beside);
    }

    private <T> Outcome<T> in(Beside beside, Function<TenantTransaction, T> work) {
        return beside.write(transaction -> Outcome.done(work.apply(transaction)));
    }

    private Outcome<Boolean> portion(Beside beside) {
        var from = after;
        return in(beside, transaction -> transaction.convert(conversion, from, PORTION))
                .then(converted -> {
                    note(converted);
                    seen += converted.looked();
                    after = converted.last();
                    whole = after.isEmpty();
                    return whole ? judged().map(ok -> false) : Outcome.done(false);
                });
    }

    private Outcome<Boolean> another(Beside beside) {
        return in(beside, this::round)
                .then(few -> {
                    rounds++;
                    return few || rounds >= ROUNDS ? judged().map(ok -> true) : Outcome.done(false);
                });
    }

    /** How many records were looked at. */
    long seen() {
        return seen;
    }

    private void note(Converted portion) {
        open.addAll(portion.held());
        unfit += portion.unfit().size();
        portion.unfit().stream().limit(SAMPLES - (long) samples.size()).forEach(samples::add);
    }

    private Outcome<Reshaping> judged() {
        if (unfit == 0 || emptying) {
            return Outcome.done(this);
        }
        var count =
                new LiveData.Count(
                        unfit,
                        true,
                        samples.stream()
                                .map(one ->
                                        new LiveData.Sample(one.record().toString(), one.value()))
                                .toList());
        Problem problem = Measuring.refusal(new Effect(Kind.TYPE_CHANGED, path, ""), count);
        return Outcome.refused(problem);
    }

    /** Does some of what was written meanwhile; whether the rest is little. */
    private boolean round(TenantTransaction transaction) {
        var next = transaction.mark();
        open.addAll(transaction.writtenSince(conversion.entity(), mark, Integer.MAX_VALUE));
        mark = next;
        if (open.size() <= FEW) {
            return true;
        }
        var portion = open.stream().limit(PORTION).toList();
        portion.forEach(open::remove);
        note(transaction.convert(conversion, portion));
        return false;
    }

    /** The rest, while nobody writes. */
    Outcome<Reshaping> finish(TenantTransaction transaction) {
        Collection<UUID> rest = new LinkedHashSet<>(open);
        rest.addAll(transaction.writtenSince(conversion.entity(), mark, Integer.MAX_VALUE));
        if (!rest.isEmpty()) {
            note(transaction.convert(conversion, rest));
        }
        return judged();
    }
}
