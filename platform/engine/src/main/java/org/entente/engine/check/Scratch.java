package org.entente.engine.check;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.entente.engine.Attempt;
import org.entente.engine.model.ModelSource;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedAggregate;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.query.RecordReads;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/** One model, and records in memory under it. */
final class Scratch implements ModelSource, RecordReads, TenantTransactions {

    private final Model model;
    private final ScratchRecords records = new ScratchRecords();

    Scratch(Model model) {
        this.model = model;
    }

    ScratchRecords records() {
        return records;
    }

    @Override
    public Model of(Tenant tenant) {
        return model;
    }

    @Override
    public Model refresh(Tenant tenant, long head) {
        return model;
    }

    @Override
    public Attempt<PageOfRows> page(Tenant tenant, Model under, PlannedQuery query) {
        return new Attempt.Fresh<>(records.page(query));
    }

    @Override
    public Attempt<List<List<@Nullable Object>>> aggregate(
            Tenant tenant, Model under, PlannedAggregate aggregate) {
        throw new UnsupportedOperationException("no check asks for figures");
    }

    @Override
    public <T> Attempt<Outcome<T>> write(
            Tenant tenant,
            Model under,
            Set<String> entities,
            Ending ending,
            Function<TenantTransaction, Outcome<T>> work) {
        var copy = records.copy();
        var outcome = work.apply(new ScratchTransaction(copy));
        if (ending.commits() && outcome instanceof Outcome.Done<T>) {
            records.become(copy);
        }
        return new Attempt.Fresh<>(outcome);
    }

    @Override
    public <T> Attempt<Outcome<T>> alone(
            Tenant tenant, Model under, Function<TenantTransaction, Outcome<T>> work) {
        return write(tenant, under, Set.of(), Ending.COMMIT, work);
    }
}
