package org.entente.engine.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.Attempt;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Membership;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.model.Entity;
import org.entente.spi.Reference;

/** The names of records that the caller may read; what is deleted has none. */
final class Labels {

    private final RecordReads reads;
    private final QueryPlanner planner;
    private final Expressions expressions;

    Labels(RecordReads reads, QueryPlanner planner, Expressions expressions) {
        this.reads = reads;
        this.planner = planner;
        this.expressions = expressions;
    }

    /** One round trip for each entity. */
    Attempt<Map<Reference, String>> of(Asked asked, Collection<Reference> references) {
        var ids = new LinkedHashMap<String, Set<UUID>>();
        for (var reference : references) {
            ids.computeIfAbsent(reference.entity(), _ -> new LinkedHashSet<>()).add(reference.id());
        }
        Attempt<Map<Reference, String>> labels = new Attempt.Fresh<>(new HashMap<>());
        for (var wanted : ids.entrySet()) {
            var entity = asked.model().entity(wanted.getKey()).filter(asked.rights()::readable);
            if (entity.isPresent()) {
                labels = labels.then(found -> add(asked, entity.get(), wanted.getValue(), found));
            }
        }
        return labels;
    }

    private Attempt<Map<Reference, String>> add(
            Asked asked, Entity entity, Set<UUID> ids, Map<Reference, String> found) {
        return reads.page(asked.caller().tenant(), asked.model(), query(asked, entity, ids))
                .map(page -> {
                    for (var row : page.rows()) {
                        if (row.values().getFirst() instanceof String label) {
                            found.put(new Reference(row.id(), entity.name()), label);
                        }
                    }
                    return found;
                });
    }

    private PlannedQuery query(Asked asked, Entity entity, Set<UUID> ids) {
        var type = new ToEntity(entity.name());
        var list = new ArrayList<TypedExpression>();
        for (var id : ids) {
            list.add(new Literal(new Reference(id, entity.name()), type));
        }
        repeatLast(list);
        var naming = expressions.naming(asked.model(), entity);
        return planner.direct(
                asked,
                entity,
                List.of(new Membership(Self.own(type), list)),
                List.of(new Selection.OfValue(naming)),
                list.size());
    }

    /** To a length that many lists have, so that few statements serve all. */
    private static void repeatLast(List<TypedExpression> list) {
        var most = Integer.highestOneBit(Math.max(1, list.size() - 1)) * 2;
        while (list.size() < most) {
            list.add(list.getLast());
        }
    }
}
