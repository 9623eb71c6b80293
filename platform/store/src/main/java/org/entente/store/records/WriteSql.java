package org.entente.store.records;

import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.engine.record.Change;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.SystemFields;
import org.entente.store.shape.StoredColumn;
import org.entente.store.shape.TableShape;
import org.jspecify.annotations.Nullable;

/** The statements that write changes of one kind to records of one entity. */
final class WriteSql {

    private final Ground ground;
    private final Entity entity;
    private final TableShape table;
    private final StoredValues values;
    private final Told told;

    WriteSql(Ground ground, Entity entity) {
        this.ground = ground;
        this.entity = entity;
        this.table =
                ground.shape()
                        .table(entity)
                        .orElseThrow(() -> new IllegalStateException("no table was made"));
        this.values = new StoredValues(ground.model());
        this.told = new Told(ground.model());
    }

    /** Writes the records; its count is the number of changes unless one of them was stale. */
    Statement records(List<Change> changes) {
        return switch (changes.getFirst().operation()) {
            case CREATE -> insert(changes);
            case UPDATE -> update(changes);
            case DELETE -> delete(changes);
            case RESTORE -> restore(changes);
        };
    }

    private Statement insert(List<Change> changes) {
        var rows =
                identified(changes)
                        .column("created_at", "timestamptz", TIMESTAMPWITHTIMEZONE, WriteSql::at)
                        .column("created_by", "uuid", UUID, Change::by)
                        .column("updated_at", "timestamptz", TIMESTAMPWITHTIMEZONE, WriteSql::at)
                        .column("updated_by", "uuid", UUID, Change::by);
        fields(rows, changes);
        return sql(
                "insert into %s (%s) select %s from %s"
                        .formatted(
                                name(table.name()),
                                rows.columnList(),
                                rows.keptList(),
                                rows.unnest()),
                rows);
    }

    private Statement update(List<Change> changes) {
        var rows = touched(changes);
        fields(rows, changes);
        return updateFrom(rows, "");
    }

    private Statement restore(List<Change> changes) {
        var rows =
                touched(changes)
                        .column("deleted_at", "timestamptz", TIMESTAMPWITHTIMEZONE, _ -> null);
        fields(rows, changes);
        return updateFrom(rows, " not");
    }

    private Statement delete(List<Change> changes) {
        var rows =
                touched(changes)
                        .column("deleted_at", "timestamptz", TIMESTAMPWITHTIMEZONE, WriteSql::at);
        return updateFrom(rows, "");
    }

    /**
     * @param live nothing, or {@code not} for what is in the recycle bin
     */
    private Statement updateFrom(Rows<Change> rows, String live) {
        var settings =
                rows.names().stream()
                        .filter(name -> !name.equals("id"))
                        .map(name -> name + " = " + rows.kept(name))
                        .collect(Collectors.joining(", "));
        return sql(
                ("update %s e set %s from %s where e.id = v.id and e.version = v.version - 1"
                                + " and e.deleted_at is%s null")
                        .formatted(name(table.name()), settings, rows.unnest(), live),
                rows);
    }

    private static Rows<Change> identified(List<Change> changes) {
        return new Rows<>(changes)
                .column("id", "uuid", UUID, Change::id)
                .column("version", "bigint", BIGINT, Change::version);
    }

    private static Rows<Change> touched(List<Change> changes) {
        return identified(changes)
                .column("updated_at", "timestamptz", TIMESTAMPWITHTIMEZONE, WriteSql::at)
                .column("updated_by", "uuid", UUID, Change::by);
    }

    private static OffsetDateTime at(Change change) {
        return change.at().atOffset(ZoneOffset.UTC);
    }

    /** A column for each field that any change speaks of. */
    private void fields(Rows<Change> rows, List<Change> changes) {
        var names = new LinkedHashSet<String>();
        changes.forEach(change -> names.addAll(change.after().keySet()));
        for (var name : names) {
            if (isWritable(name)) {
                field(rows, column(name));
            }
        }
    }

    /** Of the system fields, the owner alone is a value; the others say who wrote and when. */
    private static boolean isWritable(String name) {
        return SystemFields.named(name).isEmpty() || name.equals(SystemFields.OWNER.name());
    }

    private StoredColumn column(String name) {
        return entity.field(name)
                .flatMap(field -> table.column(ground.model(), field))
                .orElseThrow(() -> new IllegalStateException("no column was made"));
    }

    private void field(Rows<Change> rows, StoredColumn column) {
        var pieces = column.storage().pieces();
        for (var i = 0; i < pieces.size(); i++) {
            var index = i;
            var piece = pieces.get(i);
            var name = column.name() + piece.suffix();
            Function<Change, @Nullable Object> value =
                    change ->
                            values.pieces(column, change.after().get(column.field().name()))
                                    .get(index);
            if (piece.bound().equals(piece.sql())) {
                rows.column(name, piece.sql(), piece.type(), value);
            } else {
                rows.cast(name, piece.sql(), value);
            }
        }
    }

    /**
     * Tells the changes.
     *
     * @param cause null where a member asked for it
     */
    Statement changes(List<Change> changes, java.util.@Nullable UUID cause) {
        var rows =
                new Rows<>(changes)
                        .column("entity_key", "text", CLOB, _ -> entity.key())
                        .column("record", "uuid", UUID, Change::id)
                        .column("version", "bigint", BIGINT, Change::version)
                        .column("op", "text", CLOB, change -> change.operation().name())
                        .column("at", "timestamptz", TIMESTAMPWITHTIMEZONE, WriteSql::at)
                        .column("by_user", "uuid", UUID, Change::by)
                        .column(
                                "values_before",
                                "text",
                                CLOB,
                                change -> told.json(entity, change.before()))
                        .column(
                                "values_after",
                                "text",
                                CLOB,
                                change -> told.json(entity, change.after()));
        if (cause != null) {
            rows.column("cause", "uuid", UUID, _ -> cause);
        }
        return sql(
                ("insert into %s (%s) select entity_key, record, version, op, at, by_user,"
                                + " cast(values_before as jsonb), cast(values_after as jsonb)%s"
                                + " from %s")
                        .formatted(
                                name("change"),
                                rows.columnList(),
                                cause == null ? "" : ", cause",
                                rows.unnest()),
                rows);
    }

    private String name(String table) {
        return ground.names().schema() + "." + table;
    }

    private static Statement sql(String text, Rows<Change> rows) {
        return new Statement(text, rows.arrays());
    }
}
