package org.entente.store.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.engine.record.StoredRecord;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.SystemFields;
import org.entente.store.shape.Storage;
import org.entente.store.sql.Later;
import org.entente.store.sql.SqlValues;
import org.jooq.Condition;
import org.jooq.QueryPart;
import org.jooq.SelectSeekStep1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Statements of one entity that lock rows, and the reading of whole records. */
final class LockSql {

    /** What a statement locks or looks for. */
    enum Hold {
        RECORD,
        DELETED,
        TARGETS
    }

    private final Ground ground;
    private final Entity entity;
    private final Relation relation;

    LockSql(Ground ground, Entity entity) {
        this.ground = ground;
        this.entity = entity;
        this.relation = new Relation(ground, entity, "e0");
    }

    boolean hasRows() {
        return relation.isThere();
    }

    /** One live record with all its fields, locked for writing; the id is given when it is sent. */
    Statement lock() {
        return ground.statements()
                .lock(ground, entity, Hold.RECORD, () -> lock(relation.deletedAt().isNull()));
    }

    /** The same of a record in the recycle bin. */
    Statement lockDeleted() {
        return ground.statements()
                .lock(ground, entity, Hold.DELETED, () -> lock(relation.deletedAt().isNotNull()));
    }

    private Statement lock(Condition state) {
        var columns = new ArrayList<org.jooq.Field<?>>();
        columns.add(relation.version());
        fields().forEach(field ->
                relation.pieces(field.name()).stream()
                        .map(piece -> Chooser.readable(piece, ValueType.of(field.type())))
                        .forEach(columns::add));
        var given = SqlValues.value(new Later(0), new ToEntity(entity.name()));
        return Statement.of(
                DSL.select(columns)
                        .from(relation.rows())
                        .where(DSL.condition("{0} = {1}", relation.id(), given))
                        .and(state)
                        .forUpdate());
    }

    StoredRecord read(UUID id, ResultSet row) throws SQLException {
        var reading = new Reading(ground.model(), row);
        var values = new LinkedHashMap<String, @Nullable Object>();
        var at = 2;
        for (var field : fields().toList()) {
            var value = reading.field(field.type(), at);
            if (value != null) {
                values.put(field.name(), value);
            }
            at += Storage.of(field.type()).pieces().size();
        }
        return new StoredRecord(id, row.getLong(1), values);
    }

    private Stream<Field> fields() {
        return Stream.concat(entity.kept().stream(), SystemFields.ALL.stream());
    }

    /**
     * Keeps these records from being deleted until the end. Whether they live is to be asked by a
     * statement of its own: one sees what was there when it began, not when it was done waiting.
     */
    Statement hold(Collection<UUID> ids) {
        return Statement.shared(keys(ids).toArray(Long[]::new));
    }

    /** Waits for all who hold this record, and lets nobody else hold it until the end. */
    Statement bar(UUID id) {
        return new Statement(
                "select pg_advisory_xact_lock(cast(? as bigint))",
                List.of(ground.names().pointing(id)));
    }

    /** The locks that hold these records. */
    Stream<Long> keys(Collection<UUID> ids) {
        return ids.stream().map(ground.names()::pointing).distinct().sorted();
    }

    /** Those of these records that live. */
    Statement living(Collection<UUID> ids) {
        var built = ground.statements().lock(ground, entity, Hold.TARGETS, this::living);
        return new Statement(built.text(), List.of((Object) ids.toArray(UUID[]::new)));
    }

    /** One text for any number of them; they are one array. */
    private Statement living() {
        return Statement.of(
                DSL.select(relation.id())
                        .from(relation.rows())
                        .where(relation.id().eq(DSL.any(new UUID[0])))
                        .and(relation.deletedAt().isNull()));
    }

    /** Whether all of these live. */
    Statement allLive(Collection<UUID> ids) {
        var living = living(ids);
        return new Statement(
                "(select count(*) from (" + living.text() + ") as living) = cardinality(?)",
                Stream.concat(living.bound().stream(), living.bound().stream()).toList());
    }

    /** Live records whose reference points at a record. */
    QueryPart referrers(Field field, UUID target, int limit) {
        return pointing(field, target, relation.deletedAt().isNull()).limit(DSL.inline(limit));
    }

    /** Those that were deleted at a moment. */
    QueryPart deletedReferrers(Field field, UUID target, Instant at) {
        return pointing(field, target, relation.deletedAt().eq(at.atOffset(ZoneOffset.UTC)));
    }

    private SelectSeekStep1<?, UUID> pointing(Field field, UUID target, Condition state) {
        return DSL.select(relation.id())
                .from(relation.rows())
                .where(relation.leadsTo(field, DSL.val(target)))
                .and(state)
                .orderBy(relation.id());
    }
}
