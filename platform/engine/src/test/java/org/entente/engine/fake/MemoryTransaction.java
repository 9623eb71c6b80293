package org.entente.engine.fake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.engine.check.ScratchTransaction;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ModelVersions;
import org.entente.engine.model.StoredModel;
import org.entente.engine.record.Change;
import org.entente.engine.record.Conversion;
import org.entente.engine.record.Converted;
import org.entente.engine.record.OnceKey;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;

/** A transaction on a copy of a tenant's data. */
final class MemoryTransaction extends ScratchTransaction implements ModelVersions {

    private final MemoryTenant tenant;
    private Optional<UUID> cause = Optional.empty();

    MemoryTransaction(MemoryTenant tenant) {
        super(tenant.records);
        this.tenant = tenant;
    }

    @Override
    public Outcome<Long> write(Change change) {
        return super.write(change)
                .map(version -> {
                    tenant.changes.add(change);
                    tenant.causes.add(cause);
                    return version;
                });
    }

    @Override
    public <T> Outcome<T> step(Supplier<Outcome<T>> work) {
        var told = tenant.changes.size();
        var outcome = super.step(work);
        if (outcome instanceof Outcome.Refused<T>) {
            tenant.changes.subList(told, tenant.changes.size()).clear();
            tenant.causes.subList(told, tenant.causes.size()).clear();
        }
        return outcome;
    }

    @Override
    public ModelVersions models() {
        return this;
    }

    @Override
    public void because(UUID work) {
        cause = Optional.of(work);
    }

    @Override
    public Outcome<Boolean> claim(OnceKey key) {
        return Outcome.done(!tenant.kept.containsKey(key.key()));
    }

    @Override
    public void keep(OnceKey key, String answer) {
        tenant.kept.put(key.key(), answer);
    }

    @Override
    public void mark(UUID job, String before, String after) {
        tenant.marks.put(job, after);
    }

    @Override
    public StoredModel head() {
        return tenant.head();
    }

    @Override
    public void publish(StoredModel next, Model model) {
        tenant.versions.add(next);
    }

    @Override
    public void save(ChangeSet changeSet) {
        tenant.changeSets.put(changeSet.id(), changeSet);
    }

    @Override
    public Optional<ChangeSet> changeSet(UUID id) {
        return Optional.ofNullable(tenant.changeSets.get(id));
    }

    @Override
    public Converted convert(Conversion conversion, Optional<UUID> after, int most) {
        return convert(
                conversion, List.copyOf(tenant.records.rows(conversion.entity().name()).keySet()));
    }

    /** Values that do not fit are told; none is changed, since a refusal follows. */
    @Override
    public Converted convert(Conversion conversion, Collection<UUID> records) {
        var unfit = new ArrayList<Conversion.Unfit>();
        for (var id : records) {
            var record = tenant.records.rows(conversion.entity().name()).get(id);
            var value = record == null ? null : record.values().get(conversion.before().name());
            if (value != null && conversion.forth().read(value) instanceof Outcome.Refused) {
                unfit.add(new Conversion.Unfit(id, value.toString()));
            }
        }
        return new Converted(records.size(), Optional.empty(), List.of(), unfit);
    }
}
