package org.entente.store.records;

import java.util.List;
import org.entente.engine.query.PlannedAggregate;
import org.entente.engine.query.PlannedAggregate.Group;
import org.entente.engine.query.PlannedAggregate.Measure;
import org.entente.store.sql.Later;
import org.jspecify.annotations.Nullable;

/**
 * Figures apart from the values that they are asked with.
 *
 * @param aggregate with {@link Later} wherever a value stood
 */
record LiftedAggregate(PlannedAggregate aggregate, List<@Nullable Object> values) {

    static LiftedAggregate of(PlannedAggregate aggregate) {
        var lifting = new Lifting(aggregate.evaluation());
        var form =
                new PlannedAggregate(
                        aggregate.entity(),
                        lifting.all(aggregate.conditions()),
                        aggregate.groups().stream().map(group -> group(group, lifting)).toList(),
                        aggregate.measures().stream()
                                .map(measure -> measure(measure, lifting))
                                .toList(),
                        aggregate.having().map(lifting::lift),
                        aggregate.sort(),
                        aggregate.limit(),
                        aggregate.language(),
                        aggregate.evaluation());
        return new LiftedAggregate(form, lifting.values());
    }

    private static Group group(Group group, Lifting lifting) {
        return new Group(group.alias(), lifting.selection(group.selection()));
    }

    private static Measure measure(Measure measure, Lifting lifting) {
        return new Measure(measure.alias(), measure.fn(), measure.of().map(lifting::lift));
    }
}
