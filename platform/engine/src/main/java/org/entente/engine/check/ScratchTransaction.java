package org.entente.engine.check;

import java.time.Instant;
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
import java.util.stream.Stream;
import org.entente.engine.expression.Targets;
import org.entente.engine.model.ModelVersions;
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
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Writing into records in memory. Of models and of long work it knows nothing. */
public class ScratchTransaction implements TenantTransaction {

    private static final String RECORDS_ONLY = "records are all that is here";

    private final ScratchRecords records;

    public ScratchTransaction(ScratchRecords records) {
        this.records = records;
    }

    @Override
    public Optional<StoredRecord> lock(Entity entity, UUID id) {
        return Optional.ofNullable(records.rows(entity.name()).get(id));
    }

    @Override
    public Optional<StoredRecord> lockDeleted(Entity entity, UUID id) {
        return Optional.ofNullable(records.bin(entity.name()).get(id));
    }

    @Override
    public Set<UUID> hold(Entity entity, Set<UUID> ids) {
        var live = new LinkedHashSet<>(ids);
        live.retainAll(records.rows(entity.name()).keySet());
        return live;
    }

    @Override
    public List<Long> numbers(Entity entity, Field field, int count) {
        var used = records.rows(entity.name()).size() + records.bin(entity.name()).size();
        return LongStream.rangeClosed(used + 1L, used + (long) count).boxed().toList();
    }

    @Override
    public List<UUID> referrers(Entity entity, Field field, UUID target, int limit) {
        return records.rows(entity.name()).values().stream()
                .filter(record -> Targets.include(record.values().get(field.name()), target))
                .map(StoredRecord::id)
                .limit(limit)
                .toList();
    }

    @Override
    public List<UUID> deletedReferrers(Entity entity, Field field, UUID target, Instant at) {
        return records.bin(entity.name()).values().stream()
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
                            "/values/" + taken.get().getFirst(),
                            Map.of("fields", taken.get())));
        }
        var rows = records.rows(change.entity().name());
        var bin = records.bin(change.entity().name());
        switch (change.operation()) {
            case DELETE -> bin.put(change.id(), removed(rows, change));
            case CREATE, UPDATE, RESTORE -> {
                bin.remove(change.id());
                rows.put(change.id(), written(change));
            }
        }
        return Outcome.done(change.version());
    }

    @Override
    public Outcome<PageOfRows> last(Change change, PlannedQuery query) {
        return write(change).map(_ -> page(query));
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

    /** Fields that are unique, alone or together, and whose values another record holds. */
    private Optional<List<String>> taken(Change change) {
        var entity = change.entity();
        var alone =
                entity.fields().values().stream()
                        .filter(field -> field.flags().unique())
                        .map(field -> List.of(field.name()));
        return Stream.concat(alone, entity.unique().stream())
                .filter(group -> held(change, group))
                .findFirst();
    }

    private boolean held(Change change, List<String> group) {
        var kept = records.rows(change.entity().name()).get(change.id());
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var field : group) {
            var before = kept == null ? null : kept.values().get(field);
            values.put(
                    field, change.after().containsKey(field) ? change.after().get(field) : before);
        }
        return !values.containsValue(null)
                && group.stream().anyMatch(change.after()::containsKey)
                && records.rows(change.entity().name()).values().stream()
                        .filter(record -> !record.id().equals(change.id()))
                        .anyMatch(record ->
                                group.stream()
                                        .allMatch(field ->
                                                Objects.equals(
                                                        values.get(field),
                                                        record.values().get(field))));
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
        return records.page(query);
    }

    @Override
    public <T> Outcome<T> step(Supplier<Outcome<T>> work) {
        var before = records.copy();
        var outcome = work.get();
        if (outcome instanceof Outcome.Refused<T>) {
            records.become(before);
        }
        return outcome;
    }

    @Override
    public ModelVersions models() {
        throw new UnsupportedOperationException(RECORDS_ONLY);
    }

    @Override
    public void because(UUID work) {}

    @Override
    public void mark(UUID job, String before, String after) {}

    @Override
    public Converted convert(Conversion conversion, Optional<UUID> after, int most) {
        throw new UnsupportedOperationException(RECORDS_ONLY);
    }

    @Override
    public Converted convert(Conversion conversion, Collection<UUID> records) {
        throw new UnsupportedOperationException(RECORDS_ONLY);
    }

    @Override
    public String mark() {
        return "";
    }

    @Override
    public List<UUID> writtenSince(Entity entity, String mark, int most) {
        return List.of();
    }

    @Override
    public Outcome<Boolean> claim(OnceKey key) {
        return Outcome.done(true);
    }

    @Override
    public void keep(OnceKey key, String answer) {}
}
