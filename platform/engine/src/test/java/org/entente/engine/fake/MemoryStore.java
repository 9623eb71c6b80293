package org.entente.engine.fake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.entente.engine.Attempt;
import org.entente.engine.changeset.LiveData;
import org.entente.engine.job.JobChanges;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Readiness;
import org.entente.engine.model.StoredModel;
import org.entente.engine.query.ChangeReads;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedAggregate;
import org.entente.engine.query.PlannedChanges;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.query.RecordReads;
import org.entente.engine.record.Conversion;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions;
import org.entente.engine.tenancy.TenantSpace;
import org.entente.metadata.definition.DataTouch;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/** Tenants' data in memory: the ports for reading, writing and models, by expressions evaluated. */
public final class MemoryStore
        implements RecordReads,
                ChangeReads,
                TenantTransactions,
                ModelStore,
                LiveData,
                TenantSpace,
                JobChanges {

    private final Map<Long, MemoryTenant> tenants = new HashMap<>();

    private MemoryTenant of(Tenant tenant) {
        return tenants.computeIfAbsent(tenant.number(), number -> new MemoryTenant());
    }

    @Override
    public Attempt<PageOfRows> page(Tenant tenant, Model model, PlannedQuery query) {
        var data = of(tenant);
        return data.head().version() == model.version()
                ? new Attempt.Fresh<>(data.records.page(query))
                : new Attempt.Behind<>(data.head().version());
    }

    @Override
    public Attempt<List<List<@Nullable Object>>> aggregate(
            Tenant tenant, Model model, PlannedAggregate aggregate) {
        throw new AssertionError("figures are the business of a database");
    }

    @Override
    public Attempt<Told> read(
            Tenant tenant, Model model, PlannedChanges changes, List<PlannedQuery> beside) {
        var data = of(tenant);
        return data.head().version() == model.version()
                ? new Attempt.Fresh<>(
                        new Told(
                                MemoryChanges.of(data, changes),
                                beside.stream().map(data.records::page).toList()))
                : new Attempt.Behind<>(data.head().version());
    }

    @Override
    public <T> Attempt<Outcome<T>> write(
            Tenant tenant,
            Model model,
            Set<String> entities,
            Ending ending,
            Function<TenantTransaction, Outcome<T>> work) {
        var before = of(tenant);
        if (before.head().version() != model.version()) {
            return new Attempt.Behind<>(before.head().version());
        }
        var copy = before.copy();
        var outcome = work.apply(new MemoryTransaction(copy));
        if (ending.commits() && outcome instanceof Outcome.Done<T>) {
            tenants.put(tenant.number(), copy);
        }
        return new Attempt.Fresh<>(outcome);
    }

    @Override
    public <T> Attempt<Outcome<T>> alone(
            Tenant tenant, Model model, Function<TenantTransaction, Outcome<T>> work) {
        return write(tenant, model, Set.of(), Ending.COMMIT, work);
    }

    @Override
    public StoredModel head(Tenant tenant) {
        return of(tenant).head();
    }

    @Override
    public Optional<ChangeSet> changeSet(Tenant tenant, UUID id) {
        return Optional.ofNullable(of(tenant).changeSets.get(id));
    }

    @Override
    public void expand(Tenant tenant, Model next) {
        of(tenant).expansions++;
    }

    @Override
    public void prepare(Tenant tenant, StoredModel first) {
        var data = of(tenant);
        if (data.versions.isEmpty()) {
            data.versions.add(first);
        }
    }

    @Override
    public long count(Tenant tenant, UUID job) {
        return of(tenant).causes.stream().filter(Optional.of(job)::equals).count();
    }

    @Override
    public List<JobChange> before(Tenant tenant, Model model, UUID job, long place, int most) {
        var data = of(tenant);
        var end = place == 0 ? data.changes.size() : Math.toIntExact(place - 1);
        return IntStream.range(0, end)
                .map(i -> end - 1 - i)
                .filter(i -> data.causes.get(i).equals(Optional.of(job)))
                .limit(most)
                .mapToObj(i -> {
                    var change = data.changes.get(i);
                    return new JobChange(i + 1, change.id(), Optional.of(change));
                })
                .toList();
    }

    /** How many changes were ever told in a tenant. */
    public List<org.entente.engine.record.Change> changes(Tenant tenant) {
        return List.copyOf(of(tenant).changes);
    }

    @Override
    public OptionalLong contract(Tenant tenant, Model head, Instant now) {
        return OptionalLong.empty();
    }

    @Override
    public Map<String, Readiness> unready(Tenant tenant, Model head) {
        return Map.of();
    }

    @Override
    public void retry(Tenant tenant) {}

    @Override
    public List<StoredModel> versions(Tenant tenant, long from, int most) {
        return of(tenant).versions.reversed().stream()
                .filter(version -> version.version() <= from)
                .limit(most)
                .toList();
    }

    @Override
    public List<ChangeSet> changeSets(Tenant tenant, int most) {
        return List.copyOf(of(tenant).changeSets.values());
    }

    @Override
    public Count count(Tenant tenant, Model before, DataTouch touch) {
        return new Count(of(tenant).records.rows(touch.entity().name()).size(), true, List.of());
    }

    @Override
    public Count unfit(Tenant tenant, Model before, Conversion conversion) {
        var unfit =
                new MemoryTransaction(of(tenant))
                        .convert(conversion, Optional.empty(), Integer.MAX_VALUE)
                        .unfit();
        return new Count(unfit.size(), true, List.of());
    }
}
