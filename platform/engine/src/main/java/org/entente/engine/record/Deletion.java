package org.entente.engine.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.expression.Targets;
import org.entente.engine.query.Asked;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.Pointing;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Puts a record into the recycle bin, and does to what points at it as each reference says. */
final class Deletion {

    private static final int MOST = 1_000;

    private final Asked asked;
    private final TenantTransaction transaction;
    private final Set<UUID> gone = new HashSet<>();

    Deletion(Asked asked, TenantTransaction transaction) {
        this.asked = asked;
        this.transaction = transaction;
    }

    /** A reference field somewhere that may point at an entity. */
    private record Inbound(Entity entity, Field field, OnDelete onDelete) {}

    /**
     * Deletes a locked record. Problems: REFERENCED when something that restricts points at it,
     * TOO_MANY when more than {@value #MOST} records would go or change with it.
     */
    Outcome<Long> delete(Entity entity, StoredRecord record, String pointer) {
        if (!gone.add(record.id())) {
            return Outcome.done(record.version());
        }
        if (gone.size() > MOST) {
            return Outcome.refused(Problem.of(ProblemCode.TOO_MANY, pointer, Map.of("max", MOST)));
        }
        Outcome<Long> outcome = Outcome.done(0L);
        for (var inbound : inbound(entity)) {
            outcome = outcome.then(ok -> unlink(inbound, record.id(), pointer));
        }
        return outcome.then(ok -> transaction.write(change(entity, record)));
    }

    private List<Inbound> inbound(Entity target) {
        var all = new ArrayList<Inbound>();
        for (var entity : asked.model().entities().values()) {
            for (var field : entity.fields().values()) {
                if (field.type() instanceof Pointing type && type.pointsAt(target)) {
                    all.add(new Inbound(entity, field, type.onDelete()));
                }
            }
        }
        return all;
    }

    private Outcome<Long> unlink(Inbound inbound, UUID target, String pointer) {
        var limit = inbound.onDelete() == OnDelete.RESTRICT ? 1 : MOST + 1;
        var referrers =
                transaction.referrers(inbound.entity(), inbound.field(), target, limit).stream()
                        .filter(id -> !gone.contains(id))
                        .toList();
        if (referrers.isEmpty()) {
            return Outcome.done(0L);
        }
        if (inbound.onDelete() == OnDelete.RESTRICT) {
            return Outcome.refused(referenced(inbound, pointer));
        }
        if (referrers.size() > MOST) {
            return Outcome.refused(Problem.of(ProblemCode.TOO_MANY, pointer, Map.of("max", MOST)));
        }
        Outcome<Long> outcome = Outcome.done(0L);
        for (var id : referrers) {
            outcome = outcome.then(ok -> follow(inbound, id, target, pointer));
        }
        return outcome;
    }

    private Problem referenced(Inbound inbound, String pointer) {
        return asked.rights().readable(inbound.entity(), inbound.field())
                ? Problem.of(
                        ProblemCode.REFERENCED,
                        pointer,
                        Map.of("entity", inbound.entity().name(), "name", inbound.field().name()))
                : Problem.of(ProblemCode.REFERENCED, pointer);
    }

    private Outcome<Long> follow(Inbound inbound, UUID id, UUID target, String pointer) {
        var record = transaction.lock(inbound.entity(), id);
        if (record.isEmpty()) {
            return Outcome.done(0L);
        }
        return inbound.onDelete() == OnDelete.CASCADE
                ? delete(inbound.entity(), record.get(), pointer)
                : transaction.write(cleared(inbound, record.get(), target));
    }

    private Change cleared(Inbound inbound, StoredRecord record, UUID target) {
        var name = inbound.field().name();
        var before = new LinkedHashMap<String, @Nullable Object>();
        before.put(name, record.values().get(name));
        var after = new LinkedHashMap<String, @Nullable Object>();
        after.put(name, Targets.without(record.values().get(name), target));
        return new Change(
                inbound.entity(),
                record.id(),
                record.version() + 1,
                Change.Operation.UPDATE,
                before,
                after,
                asked.caller().user().id(),
                asked.caller().at());
    }

    private Change change(Entity entity, StoredRecord record) {
        return new Change(
                entity,
                record.id(),
                record.version() + 1,
                Change.Operation.DELETE,
                record.values(),
                Map.of(),
                asked.caller().user().id(),
                asked.caller().at());
    }
}
