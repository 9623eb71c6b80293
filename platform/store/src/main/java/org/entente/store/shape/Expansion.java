package org.entente.store.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What is missing for some entities: names to give, and what to make under them. Pure arithmetic;
 * the builder runs it.
 */
final class Expansion {

    private final Model model;
    private final Shape before;
    private final List<Physical> added = new ArrayList<>();
    private long nextNumber;

    private Expansion(Model model, Shape before, long nextNumber) {
        this.model = model;
        this.before = before;
        this.nextNumber = nextNumber;
    }

    /**
     * What was worked out.
     *
     * @param names given for tables, columns and groups
     * @param after the shape once all of it is there; its parts are those that were there before
     * @param tables what each entity lacks, in order
     */
    record Planned(List<Physical> names, Shape after, List<TableWork> tables, long nextNumber) {
        /** Whether nothing is left to do at once. */
        boolean isEmpty() {
            return names.isEmpty() && tables.stream().allMatch(TableWork::isEmpty);
        }
    }

    /**
     * What one table lacks.
     *
     * @param fresh whether the table itself is to be made
     * @param surplus parts that forbid what the definition allows by now
     */
    record TableWork(
            Entity entity,
            TableShape table,
            boolean fresh,
            List<StoredColumn> columns,
            List<Part> parts,
            List<String> surplus) {
        boolean isEmpty() {
            return !fresh && columns.isEmpty() && parts.isEmpty() && surplus.isEmpty();
        }
    }

    static Planned plan(Model model, Shape before, long nextNumber, Collection<Entity> entities) {
        var expansion = new Expansion(model, before, nextNumber);
        entities.forEach(expansion::name);
        var after = expansion.after();
        var works = entities.stream().map(entity -> expansion.work(after, entity)).toList();
        return new Planned(expansion.added, after, works, expansion.nextNumber);
    }

    private void name(Entity entity) {
        var table = before.tables().get(entity.key());
        if (table == null) {
            add(entity, "", Physical.TABLE, "e_");
        }
        for (var field : entity.kept()) {
            if (isNew(table, field)) {
                var kind = Physical.COLUMN + Storage.kind(model, field.type());
                add(entity, field.key(), kind, Storage.of(field.type()).prefix());
            }
        }
        for (var group : Parts.groupKeys(entity)) {
            if (table == null || !table.groups().containsKey(group)) {
                add(entity, group, Physical.GROUP, "uq_");
            }
        }
    }

    private boolean isNew(@Nullable TableShape table, Field field) {
        return table == null || !table.columns().containsKey(TableShape.columnKey(model, field));
    }

    private void add(Entity entity, String fieldKey, String kind, String prefix) {
        added.add(new Physical(entity.key(), fieldKey, kind, prefix + nextNumber));
        nextNumber++;
    }

    private Shape after() {
        var rows = new LinkedHashMap<String, List<Physical>>();
        added.forEach(
                row -> rows.computeIfAbsent(row.entityKey(), _ -> new ArrayList<>()).add(row));
        var tables = new HashMap<>(before.tables());
        rows.forEach((key, names) ->
                tables.compute(
                        key, (_, old) -> old == null ? TableShape.of(names) : old.with(names)));
        return new Shape(before.version() + 1, tables);
    }

    private TableWork work(Shape after, Entity entity) {
        var old = before.tables().get(entity.key());
        var table = after.table(entity).orElseThrow();
        var wanted = Parts.of(after, model, entity);
        var columns =
                entity.kept().stream()
                        .filter(field -> isNew(old, field))
                        .flatMap(field -> table.column(model, field).stream())
                        .toList();
        return new TableWork(
                entity,
                table,
                old == null,
                columns,
                missing(table, wanted),
                table.parts().stream().filter(part -> Parts.forbids(part, wanted)).toList());
    }

    /** What could not be made is not tried again before somebody asks for it. */
    static List<Part> missing(TableShape table, List<Part> wanted) {
        return wanted.stream()
                .filter(part ->
                        !table.parts().contains(part.name())
                                && !table.failed().contains(part.name()))
                .toList();
    }
}
