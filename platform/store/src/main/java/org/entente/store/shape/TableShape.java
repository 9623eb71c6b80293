package org.entente.store.shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.SystemFields;
import org.entente.store.GeneratedName;

/**
 * The table of one entity.
 *
 * @param columns field key and kind to generated name
 * @param groups fields that are unique together to the number of their index
 * @param parts indexes and constraints that are there
 * @param failed those that could not be made
 */
public record TableShape(
        String name,
        Map<String, String> columns,
        Map<String, String> groups,
        Set<String> parts,
        Set<String> failed) {

    private static final Map<String, String> SYSTEM =
            Map.of(
                    SystemFields.OWNER.name(), "owner_id",
                    SystemFields.CREATED_AT.name(), "created_at",
                    SystemFields.CREATED_BY.name(), "created_by",
                    SystemFields.UPDATED_AT.name(), "updated_at",
                    SystemFields.UPDATED_BY.name(), "updated_by");

    public TableShape {
        GeneratedName.checked(name);
        columns.values().forEach(GeneratedName::checked);
        columns = Map.copyOf(columns);
        groups = Map.copyOf(groups);
        parts = Set.copyOf(parts);
        failed = Set.copyOf(failed);
    }

    static TableShape of(List<Physical> rows) {
        var name =
                rows.stream()
                        .filter(row -> row.kind().equals(Physical.TABLE))
                        .map(Physical::name)
                        .findFirst()
                        .orElseThrow();
        return new TableShape(name, Map.of(), Map.of(), Set.of(), Set.of()).with(rows);
    }

    /** The same table with more names. */
    TableShape with(List<Physical> rows) {
        var moreColumns = new HashMap<>(columns);
        var moreGroups = new HashMap<>(groups);
        var moreParts = new HashSet<>(parts);
        var moreFailed = new HashSet<>(failed);
        for (var row : rows) {
            switch (row.kind()) {
                case Physical.TABLE -> {}
                case Physical.GROUP -> moreGroups.put(row.fieldKey(), row.name());
                case Physical.PART -> moreParts.add(row.name());
                case Physical.FAILED -> moreFailed.add(row.name());
                default -> moreColumns.put(row.fieldKey() + "/" + row.kind(), row.name());
            }
        }
        return new TableShape(name, moreColumns, moreGroups, moreParts, moreFailed);
    }

    /** The number in the table's name. */
    String number() {
        return name.substring(name.indexOf('_') + 1);
    }

    /** Where a field is kept, if it has a place by now. */
    public Optional<StoredColumn> column(Model model, Field field) {
        var system = SystemFields.named(field.name()).map(known -> SYSTEM.get(known.name()));
        var name = system.isPresent() ? system.get() : columns.get(columnKey(model, field));
        return Optional.ofNullable(name)
                .map(known -> new StoredColumn(known, field, Storage.of(field.type())));
    }

    static String columnKey(Model model, Field field) {
        return field.key() + "/" + Physical.COLUMN + Storage.kind(model, field.type());
    }

    /** Where the numbers of a field come from. */
    public Optional<String> sequence(Model model, Field field) {
        return column(model, field).map(Parts::sequenceOf).filter(parts::contains);
    }

    /** The fields that a broken unique index speaks of; empty for an index that is not known. */
    public List<Field> uniqueFields(Model model, Entity entity, String index) {
        for (var field : entity.kept()) {
            var column = column(model, field);
            if (column.isPresent() && Parts.unique(column.get()).equals(index)) {
                return List.of(field);
            }
        }
        for (var group : entity.unique()) {
            if (index.equals(groups.get(Parts.groupKey(entity, group)))) {
                return group.stream().flatMap(name -> entity.field(name).stream()).toList();
            }
        }
        return List.of();
    }
}
