package org.entente.store.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.store.TenantNames;
import org.entente.store.shape.Expansion.TableWork;

/** The statements that define tables. Only generated names stand in them. */
final class TableSql {

    private static final int EXAMPLES = 1_000;

    private final TenantNames names;

    TableSql(TenantNames names) {
        this.names = names;
    }

    /** A table with all its columns, and room in its pages for what is written again. */
    List<String> create(TableWork work) {
        var table = table(work.table());
        return List.of(
                """
                create table %s (
                    id uuid primary key,
                    version bigint not null,
                    owner_id uuid,
                    created_at timestamptz not null,
                    created_by uuid not null,
                    updated_at timestamptz not null,
                    updated_by uuid not null,
                    deleted_at timestamptz%s)
                with (fillfactor = 90)
                """
                        .formatted(table, prefixed(",\n", definitions(work.columns()))),
                "grant select, insert, update, delete on %s to %s".formatted(table, names.role()));
    }

    /** More columns for a table; they are empty, so nothing is rewritten. */
    List<String> addColumns(TableWork work) {
        if (work.columns().isEmpty()) {
            return List.of();
        }
        var added = prefixed(", add column ", definitions(work.columns())).substring(2);
        return List.of("alter table %s %s".formatted(table(work.table()), added));
    }

    private static String prefixed(String prefix, List<String> texts) {
        return texts.stream().map(text -> prefix + text).collect(Collectors.joining());
    }

    private static List<String> definitions(List<StoredColumn> columns) {
        var definitions = new ArrayList<String>();
        for (var column : columns) {
            for (var piece : column.storage().pieces()) {
                definitions.add(column.name() + piece.suffix() + " " + piece.sql());
            }
        }
        return definitions;
    }

    /** What a table without rows gets at once. */
    String add(TableShape table, Part part) {
        return switch (part) {
            case Part.Index index ->
                    index(table, index, "")
                            + statistics(table, index).map(more -> "; " + more).orElse("");
            case Part.Sequence sequence -> sequence(sequence);
            case Part.Check check -> constraint(table, check) + clause(check);
            case Part.ForeignKey key -> constraint(table, key) + clause(key);
        };
    }

    /** What a table with rows gets without holding its readers and writers. */
    String addSlowly(TableShape table, Part part) {
        return switch (part) {
            case Part.Index index -> index(table, index, "concurrently");
            case Part.Sequence sequence -> sequence(sequence);
            case Part.Check check -> constraint(table, check) + clause(check) + " not valid";
            case Part.ForeignKey key -> constraint(table, key) + clause(key) + " not valid";
        };
    }

    /**
     * How closely the planner looks at texts of which pieces are looked for: a hundred examples, as
     * usual, do not tell a piece that one text in fifty holds from one that hardly any does.
     */
    Optional<String> statistics(TableShape table, Part.Index index) {
        return index.kind() == Part.Index.Kind.TRIGRAMS
                ? Optional.of(
                        "alter table %s alter column %s set statistics %d"
                                .formatted(table(table), column(index), EXAMPLES))
                : Optional.empty();
    }

    /** Looks at the column of an index at once, instead of when much has changed. */
    String analyze(TableShape table, Part.Index index) {
        return "analyze %s (%s)".formatted(table(table), column(index));
    }

    private static String column(Part.Index index) {
        return index.columns().split(" ", 2)[0];
    }

    String validate(TableShape table, String constraint) {
        return "alter table %s validate constraint %s".formatted(table(table), constraint);
    }

    String dropConstraint(TableShape table, String constraint) {
        return "alter table %s drop constraint if exists %s".formatted(table(table), constraint);
    }

    String dropIndex(String index, boolean concurrently) {
        return "drop index %s if exists %s.%s"
                .formatted(concurrently ? "concurrently" : "", names.schema(), index);
    }

    /** Answers true for an index whose making was broken off. */
    String isBroken(String index) {
        return "select exists (select from pg_index where not indisvalid"
                + " and indexrelid = to_regclass('%s.%s'))".formatted(names.schema(), index);
    }

    String hasRows(TableShape table) {
        return "select exists (select from %s)".formatted(table(table));
    }

    String forget() {
        return "delete from %s.physical where entity_key = ? and kind = 'part' and name = ?"
                .formatted(names.schema());
    }

    String remember() {
        return "insert into %s.physical (entity_key, field_key, kind, name, published)"
                        .formatted(names.schema())
                + " values (?, ?, ?, ?, ?)"
                + " on conflict (entity_key, field_key, kind)"
                + " do update set name = excluded.name, trouble = null";
    }

    String moveHead() {
        return "update %s.head set shape_version = shape_version + 1, next_number = ?"
                .formatted(names.schema());
    }

    private String index(TableShape table, Part.Index index, String how) {
        return "create %s index %s if not exists %s on %s using %s (%s) where deleted_at is null"
                .formatted(
                        index.kind() == Part.Index.Kind.UNIQUE ? "unique" : "",
                        how,
                        index.name(),
                        table(table),
                        index.kind().method(),
                        index.columns());
    }

    private String sequence(Part.Sequence sequence) {
        return "create sequence if not exists %1$s.%2$s; grant usage on sequence %1$s.%2$s to %3$s"
                .formatted(names.schema(), sequence.name(), names.role());
    }

    private String constraint(TableShape table, Part part) {
        return "alter table %s add constraint %s ".formatted(table(table), part.name());
    }

    private static String clause(Part.Check check) {
        return "check (" + check.condition() + ")";
    }

    private String clause(Part.ForeignKey key) {
        return "foreign key (%s) references %s.%s (id)"
                .formatted(key.column(), names.schema(), key.target());
    }

    private String table(TableShape table) {
        return names.schema() + "." + table.name();
    }
}
