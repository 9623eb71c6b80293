package org.entente.store.records;

import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.engine.record.Change;
import org.entente.engine.record.Change.Operation;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.SystemFields;
import org.entente.store.shape.StoredColumn;
import org.entente.store.shape.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write changes of one kind to records of one entity. They are built once for
 * all changes that are alike.
 */
final class WriteSql {

    private static final String VALUES = ", cast(v.before as jsonb), cast(v.after as jsonb) from ";

    /** What one write answers is what is told of it; a write that met nothing tells nothing. */
    private static final String RETURNED =
            " returning e.id, e.version, e.updated_at, e.updated_by) ";

    /** Everything that is kept, where it is read at once. */
    private static final String ALL = " returning e.*), told as (";

    private static final String KEPT = "w.id, w.version, w.updated_at, w.updated_by";

    private final Ground ground;
    private final Form form;
    private final TableShape table;
    private final StoredValues values;
    private final Told told;
    private final Rows<Change> rows;
    private final Rows<Change> toldRows;
    private final String records;
    private final String changes;
    private final String beginning;

    /**
     * What makes changes alike.
     *
     * @param fields names of the fields that are written
     * @param many whether there is more than one
     */
    record Form(Entity entity, Operation operation, Set<String> fields, boolean many) {

        /**
         * A single record is made with all its fields, be they empty, so that one text serves every
         * creation.
         */
        static Form of(List<Change> run) {
            var first = run.getFirst();
            var many = run.size() > 1;
            var whole = first.operation() == Operation.CREATE && !many;
            return new Form(
                    first.entity(),
                    first.operation(),
                    whole ? all(first.entity()) : spokenOf(run),
                    many);
        }

        private static Set<String> all(Entity entity) {
            var names = new LinkedHashSet<String>();
            names.add(SystemFields.OWNER.name());
            entity.kept().forEach(field -> names.add(field.name()));
            return names;
        }

        /** Of the system fields, the owner alone is a value; the others say who wrote and when. */
        private static Set<String> spokenOf(List<Change> run) {
            var names = new LinkedHashSet<String>();
            run.forEach(change -> names.addAll(change.after().keySet()));
            names.removeIf(name ->
                    SystemFields.named(name).isPresent()
                            && !name.equals(SystemFields.OWNER.name()));
            return names;
        }
    }

    WriteSql(Ground ground, Form form) {
        this.ground = ground;
        this.form = form;
        this.table =
                ground.shape()
                        .table(form.entity())
                        .orElseThrow(() -> new IllegalStateException("no table was made"));
        this.values = new StoredValues(ground.model());
        this.told = new Told(ground.model());
        this.rows = new Rows<Change>(form.many());
        this.toldRows = new Rows<Change>(form.many());
        this.records = writing();
        var telling = telling();
        this.changes = form.many() ? telling : "with w as (" + records + RETURNED + telling;
        this.beginning = "with w as (" + records + ALL + telling + ") ";
    }

    /**
     * Writes changes that are alike and tells them.
     *
     * @param cause null where a member asked for it
     */
    void ask(Trip trip, List<Change> run, java.util.@Nullable UUID cause) {
        if (form.many()) {
            trip.ask(new Statement(records, rows.values(run)), List.of());
            trip.ask(new Statement(changes, told(run, cause)), List.of());
        } else {
            trip.ask(new Statement(changes, single(run, cause)), List.of());
        }
    }

    /**
     * Writes one change, tells it, and reads a page that stands on the record alone, by one
     * statement; no rows say that the record was not as the change takes it to be.
     *
     * @param page reads from {@code w}
     */
    void ask(Trip trip, Change change, java.util.@Nullable UUID cause, Statement page) {
        var bound = single(List.of(change), cause);
        bound.addAll(page.bound());
        trip.ask(new Statement(beginning + page.text(), bound), List.of());
    }

    private List<@Nullable Object> single(List<Change> run, java.util.@Nullable UUID cause) {
        var bound = new ArrayList<>(rows.values(run));
        bound.addAll(told(run, cause));
        return bound;
    }

    private List<@Nullable Object> told(List<Change> run, java.util.@Nullable UUID cause) {
        var bound = new ArrayList<@Nullable Object>();
        bound.add(form.entity().key());
        bound.add(cause == null ? new Rows.Nothing("uuid") : cause);
        bound.addAll(toldRows.values(run));
        return bound;
    }

    /** The table as built statements call it. */
    String quotedTable() {
        return "\"%s\".\"%s\"".formatted(ground.names().schema(), table.name());
    }

    /** Reads the answers; false when a record was not as a change takes it to be. */
    boolean isCounted(Trip.Answers answers, int changes) throws SQLException {
        var counted = answers.count() == changes;
        answers.skip(form.many() && counted ? 1 : 0);
        return counted;
    }

    private String writing() {
        rows.column("id", "uuid", UUID, Change::id)
                .column("version", "bigint", BIGINT, Change::version)
                .column("updated_at", "timestamptz", TIMESTAMPWITHTIMEZONE, WriteSql::at)
                .column("updated_by", "uuid", UUID, Change::by);
        return switch (form.operation()) {
            case CREATE -> insert();
            case UPDATE -> update("", Optional.empty());
            case DELETE -> update("", Optional.of(WriteSql::at));
            case RESTORE -> update(" not", Optional.of(_ -> null));
        };
    }

    private String insert() {
        rows.column("created_at", "timestamptz", TIMESTAMPWITHTIMEZONE, WriteSql::at)
                .column("created_by", "uuid", UUID, Change::by);
        fields();
        return "insert into %s as e (%s) select %s from %s"
                .formatted(name(table.name()), rows.columnList(), rows.keptList(), rows.table());
    }

    /**
     * @param live nothing, or {@code not} for what is in the recycle bin
     * @param deletedAt when it was deleted, where that changes
     */
    private String update(
            String live, Optional<Function<Change, @Nullable OffsetDateTime>> deletedAt) {
        deletedAt.ifPresent(
                moment -> rows.column("deleted_at", "timestamptz", TIMESTAMPWITHTIMEZONE, moment));
        if (form.operation() != Operation.DELETE) {
            fields();
        }
        return ("update %s e set %s from %s where e.id = v.id and e.version = v.version - 1"
                        + " and e.deleted_at is%s null")
                .formatted(name(table.name()), rows.settings("id"), rows.table(), live);
    }

    private static OffsetDateTime at(Change change) {
        return change.at().atOffset(ZoneOffset.UTC);
    }

    private void fields() {
        form.fields().stream().map(this::column).forEach(this::field);
    }

    private StoredColumn column(String name) {
        return form.entity()
                .field(name)
                .flatMap(field -> table.column(ground.model(), field))
                .orElseThrow(() -> new IllegalStateException("no column was made"));
    }

    private void field(StoredColumn column) {
        var pieces = column.storage().pieces();
        for (var i = 0; i < pieces.size(); i++) {
            var index = i;
            var piece = pieces.get(i);
            rows.piece(
                    column.name() + piece.suffix(),
                    piece,
                    change ->
                            values.pieces(column, change.after().get(column.field().name()))
                                    .get(index));
        }
    }

    private String telling() {
        if (form.many()) {
            toldRows.column("record", "uuid", UUID, Change::id)
                    .column("version", "bigint", BIGINT, Change::version)
                    .column("updated_at", "timestamptz", TIMESTAMPWITHTIMEZONE, WriteSql::at)
                    .column("updated_by", "uuid", UUID, Change::by);
        }
        toldRows.column("before", "text", CLOB, change -> json(change.before()))
                .column("after", "text", CLOB, change -> json(change.after()));
        var told =
                ("insert into %s (entity_key, op, cause, record, version, at, by_user, values_before,"
                                + " values_after) select cast(? as text), '%s', cast(? as uuid), ")
                        .formatted(name("change"), form.operation().name());
        return form.many()
                ? told
                        + "v.record, v.version, v.updated_at, v.updated_by"
                        + VALUES
                        + toldRows.table()
                : told + KEPT + VALUES + "w, " + toldRows.table();
    }

    private String json(Map<String, @Nullable Object> byName) {
        return told.json(form.entity(), byName);
    }

    private String name(String table) {
        return ground.names().schema() + "." + table;
    }
}
