package org.entente.store.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        if (table == null) {
            return false;
        }
        var wanted = Parts.of(this, model, entity);
        return table.parts().stream().noneMatch(name -> Parts.isSurplus(name, wanted))
                && entity.kept().stream()
                        .allMatch(field ->
                                table.columns().containsKey(TableShape.columnKey(model, field)))
                && table.groups().keySet().containsAll(Parts.groupKeys(entity))
                && wanted.stream().allMatch(part -> table.parts().contains(part.name()));
    }
}
