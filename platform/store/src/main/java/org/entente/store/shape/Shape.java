package org.entente.store.shape;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;

/**
 * Which tables and columns a tenant has.
 *
 * @param version rises whenever something is added
 * @param tables by the key of their entity
 */
public record Shape(long version, Map<String, TableShape> tables) {
    public Shape {
        tables = Map.copyOf(tables);
    }

    static Shape of(long version, List<Physical> rows) {
        return new Shape(
                version,
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Physical::entityKey,
                                        Collectors.collectingAndThen(
                                                Collectors.toList(), TableShape::of))));
    }

    /** The table of an entity, once there is one. */
    public Optional<TableShape> table(Entity entity) {
        return Optional.ofNullable(tables.get(entity.key()));
    }

    /** Whether an entity has all that its definition asks for, and nothing that forbids more. */
    public boolean covers(Model model, Entity entity) {
        var table = tables.get(entity.key());
        return table != null
                && serves(model, entity)
                && Parts.of(this, model, entity).stream()
                        .allMatch(part -> table.parts().contains(part.name()));
    }

    /** Whether records can be written, though they may still be slow to find. */
    public boolean serves(Model model, Entity entity) {
        var table = tables.get(entity.key());
        if (table == null) {
            return false;
        }
        var wanted = Parts.of(this, model, entity);
        return table.parts().stream().noneMatch(name -> Parts.forbids(name, wanted))
                && entity.kept().stream()
                        .allMatch(field ->
                                table.columns().containsKey(TableShape.columnKey(model, field)))
                && table.groups().keySet().containsAll(Parts.groupKeys(entity));
    }

    /** The names of tables and columns that hold what a model knows of. */
    public Set<String> used(Model model) {
        var used = new HashSet<String>();
        for (var entity : model.entities().values()) {
            table(entity)
                    .ifPresent(table -> {
                        used.add(table.name());
                        entity.kept().stream()
                                .flatMap(field -> table.column(model, field).stream())
                                .map(StoredColumn::name)
                                .forEach(used::add);
                    });
        }
        return used;
    }
}
