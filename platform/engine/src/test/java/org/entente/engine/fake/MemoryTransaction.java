package org.entente.engine.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.entente.engine.expression.Targets;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ModelVersions;
import org.entente.engine.model.StoredModel;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.record.Change;
import org.entente.engine.record.Conversion;
import org.entente.engine.record.Converted;
import org.entente.engine.record.OnceKey;
import org.entente.engine.record.StoredRecord;
import org.entente.engine.record.TenantTransaction;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** A transaction on a copy of a tenant's data. */
final class MemoryTransaction implements TenantTransaction, ModelVersions {

    private final MemoryTenant tenant;
    private Optional<UUID> cause = Optional.empty();

    MemoryTransaction(MemoryTenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public Optional<StoredRecord> lock(Entity entity, UUID id) {
        return Optional.ofNullable(tenant.rows(entity.name()).get(id));
    }

    @Override
    public Optional<StoredRecord> lockDeleted(Entity entity, UUID id) {
        return Optional.ofNullable(tenant.bin(entity.name()).get(id));
    }

    @Override
    public Set<UUID> hold(Entity entity, Set<UUID> ids) {
        var live = new LinkedHashSet<>(ids);
        live.retainAll(tenant.rows(entity.name()).keySet());
        return live;
    }

    @Override
    public List<Long> numbers(Entity entity, Field field, int count) {
        var used = tenant.rows(entity.name()).size() + tenant.bin(entity.name()).size();
        return LongStream.rangeClosed(used + 1L, used + (long) count).boxed().toList();
    }

    @Override
    public List<UUID> referrers(Entity entity, Field field, UUID target, int limit) {
        return tenant.rows(entity.name()).values().stream()
                .filter(record -> Targets.include(record.values().get(field.name()), target))
                .map(StoredRecord::id)
                .limit(limit)
                .toList();
    }

    @Override
    public List<UUID> deletedReferrers(Entity entity, Field field, UUID target, Instant at) {
        return tenant.bin(entity.name()).values().stream()
                .filter(record ->
                        Targets.include(record.values().get(field.name()), target)
                                && at.equals(record.values().get("updated_at")))
                .map(StoredRecord::id)
                .toList();
    }

    @Override
    public Outcome<Long> write(Change change) {
        var taken = taken(change);
        if (taken.isPresent()) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.NOT_UNIQUE,
                            "/values/" + taken.get().name(),
                            Map.of("name", taken.get().name())));
        }
        var rows = tenant.rows(change.entity().name());
        var bin = tenant.bin(change.entity().name());
        switch (change.operation()) {
            case DELETE -> bin.put(change.id(), removed(rows, change));
            case CREATE, UPDATE, RESTORE -> {
                bin.remove(change.id());
                rows.put(change.id(), written(change));
            }
        }
        tenant.changes.add(change);
        tenant.causes.add(cause);
        return Outcome.done(change.version());
    }

    private static StoredRecord removed(Map<UUID, StoredRecord> rows, Change change) {
        var record = Objects.requireNonNull(rows.remove(change.id()));
        var values = new LinkedHashMap<String, @Nullable Object>(record.values());
        values.put("updated_at", change.at());
        return new StoredRecord(record.id(), change.version(), values);
    }

    private StoredRecord written(Change change) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        lock(change.entity(), change.id()).ifPresent(old -> values.putAll(old.values()));
        values.putAll(change.after());
        var by = new Reference(change.by(), "user");
        values.putIfAbsent("created_at", change.at());
        values.putIfAbsent("created_by", by);
        values.put("updated_at", change.at());
        values.put("updated_by", by);
        return new StoredRecord(change.id(), change.version(), values);
    }

    private Optional<Field> taken(Change change) {
        return change.entity().fields().values().stream()
                .filter(field -> field.flags().unique())
                .filter(field -> change.after().get(field.name()) != null)
                .filter(field -> held(change, field))
                .findFirst();
    }

    private boolean held(Change change, Field field) {
        return tenant.rows(change.entity().name()).values().stream()
                .filter(record -> !record.id().equals(change.id()))
                .anyMatch(record ->
                        Objects.equals(
                                change.after().get(field.name()),
                                record.values().get(field.name())));
    }

    @Override
    public Outcome<Long> writeAll(List<Change> changes) {
        for (var i = 0; i < changes.size(); i++) {
            if (write(changes.get(i)) instanceof Outcome.Refused<Long>(var problems)) {
                var pointer = "/operations/" + i;
                return Outcome.refused(problems.stream().map(p -> p.under(pointer)).toList());
            }
        }
        return Outcome.done((long) changes.size());
    }

    @Override
    public PageOfRows page(PlannedQuery query) {
        return tenant.page(query);
    }

    @Override
    public <T> Outcome<T> step(Supplier<Outcome<T>> work) {
        var before = tenant.copy();
        var outcome = work.get();
        if (outcome instanceof Outcome.Refused<T>) {
            tenant.records.clear();
            tenant.records.putAll(before.records);
            tenant.bins.clear();
            tenant.bins.putAll(before.bins);
            tenant.changes.clear();
            tenant.changes.addAll(before.changes);
            tenant.causes.clear();
            tenant.causes.addAll(before.causes);
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
        return convert(conversion, List.copyOf(tenant.rows(conversion.entity().name()).keySet()));
    }

    /** Values that do not fit are told; none is changed, since a refusal follows. */
    @Override
    public Converted convert(Conversion conversion, Collection<UUID> records) {
        var unfit = new ArrayList<Conversion.Unfit>();
        for (var id : records) {
            var record = tenant.rows(conversion.entity().name()).get(id);
            var value = record == null ? null : record.values().get(conversion.before().name());
            if (value != null && conversion.forth().read(value) instanceof Outcome.Refused) {
                unfit.add(new Conversion.Unfit(id, value.toString()));
            }
        }
        return new Converted(records.size(), Optional.empty(), List.of(), unfit);
    }

    @Override
    public String mark() {
        return "";
    }

    @Override
    public List<UUID> writtenSince(Entity entity, String mark, int most) {
        return List.of();
    }
}
