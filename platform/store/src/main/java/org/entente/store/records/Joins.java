package org.entente.store.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.model.Entity;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The relations of one query: the entity that it is about, and one outer join for each way to
 * others, however often it is taken. Deleted records do not join.
 */
final class Joins {

    private final Ground ground;
    private final AtomicInteger names;
    private final Relation root;
    private final Place start;
    private final List<Joined> joined = new ArrayList<>();
    private final Map<Way, Relation> targets = new HashMap<>();
    private final Map<Way, Place> places = new HashMap<>();

    Joins(Ground ground, Entity entity) {
        this(ground, entity, new AtomicInteger());
    }

    /** Names are counted through a whole statement, so that none within hides one around. */
    private Joins(Ground ground, Entity entity, AtomicInteger names) {
        this.ground = ground;
        this.names = names;
        this.root = new Relation(ground, entity, "e" + names.getAndIncrement());
        this.start = new Place(this, List.of(root));
    }

    /** The relations of a query within this one. */
    Joins within(String entity) {
        return new Joins(ground, ground.model().entity(entity).orElseThrow(), names);
    }

    private record Joined(Relation relation, Condition on) {}

    private record Way(List<Relation> from, String field, String to) {}

    Relation root() {
        return root;
    }

    Place start() {
        return start;
    }

    Ground ground() {
        return ground;
    }

    /** All relations; to be asked for last, when every way has been taken. */
    Table<?> tables() {
        Table<?> tables = root.rows();
        for (var join : joined) {
            tables = tables.leftJoin(join.relation().rows()).on(join.on());
        }
        return tables;
    }

    Place step(Place from, Step step) {
        var way = new Way(from.relations(), step.field().name(), step.target());
        var known = places.get(way);
        if (known != null) {
            return known;
        }
        var entities =
                step.toTrait()
                        ? ground.model().carriers(step.target()).stream().map(Entity::name).toList()
                        : List.of(step.target());
        var relations =
                entities.stream().map(entity -> target(from, step.field(), entity)).toList();
        var place = new Place(this, relations);
        places.put(way, place);
        return place;
    }

    Relation target(Place from, org.entente.metadata.model.Field reference, String name) {
        var way = new Way(from.relations(), reference.name(), name);
        var known = targets.get(way);
        if (known != null) {
            return known;
        }
        var entity = ground.model().entity(name).orElseThrow();
        var relation = new Relation(ground, entity, "j" + names.getAndIncrement());
        joined.add(new Joined(relation, on(from, reference, relation)));
        targets.put(way, relation);
        return relation;
    }

    private static Condition on(
            Place from, org.entente.metadata.model.Field reference, Relation target) {
        var pieces = from.pieces(reference);
        var isIt =
                DSL.condition("{0} = {1}", target.id(), pieces.getFirst())
                        .and(target.deletedAt().isNull());
        return Place.isToTrait(reference)
                ? isIt.and(equal(pieces.getLast(), target.entity().key()))
                : isIt;
    }

    private static Condition equal(Field<?> entityKey, String key) {
        return DSL.condition("{0} = {1}", entityKey, DSL.val(key));
    }
}
