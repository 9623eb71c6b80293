package org.entente.store.records;

import java.util.ArrayList;
import java.util.List;
import org.entente.metadata.expression.TypedExpression.Part;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.store.shape.Storage;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Where a path has come to: the record is in one of these relations, and in the others there is
 * none. More than one stand behind a reference to a trait.
 */
final class Place {

    private final Joins joins;
    private final List<Relation> relations;

    Place(Joins joins, List<Relation> relations) {
        this.joins = joins;
        this.relations = relations;
    }

    /** Where a path's references lead to. */
    Place through(List<Step> steps) {
        var place = this;
        for (var step : steps) {
            place = joins.step(place, step);
        }
        return place;
    }

    /** The records of one entity that a reference of this place leads to. */
    Place target(org.entente.metadata.model.Field reference, String entity) {
        return new Place(joins, List.of(joins.target(this, reference, entity)));
    }

    Joins joins() {
        return joins;
    }

    List<Relation> relations() {
        return relations;
    }

    Field<?> id() {
        return relations.isEmpty()
                ? DSL.field("cast(null as uuid)", SQLDataType.UUID)
                : first(relations.stream().<Field<?>>map(Relation::id).toList());
    }

    /** The columns of a field, in the order of its storage's pieces. */
    List<Field<?>> pieces(org.entente.metadata.model.Field field) {
        if (relations.size() == 1) {
            return relations.getFirst().pieces(field.name());
        }
        if (relations.isEmpty()) {
            return Storage.of(field.type()).pieces().stream()
                    .<Field<?>>map(Relation::nothing)
                    .toList();
        }
        var all = relations.stream().map(relation -> relation.pieces(field.name())).toList();
        var pieces = new ArrayList<Field<?>>();
        for (var i = 0; i < all.getFirst().size(); i++) {
            var index = i;
            pieces.add(first(all.stream().<Field<?>>map(one -> one.get(index)).toList()));
        }
        return pieces;
    }

    /** What stands for the end of a path in an expression. */
    Field<?> value(Path path) {
        var end = through(path.through());
        var pieces = end.pieces(path.field());
        var storage = Storage.of(path.field().type());
        if (path.part().isPresent()) {
            return pieces.get(indexOf(storage, path.part().get()));
        }
        return storage == Storage.ADDRESS ? first(pieces) : pieces.getFirst();
    }

    /** The keys of the entities that a trait reference leads to stand in its second column. */
    static boolean isToTrait(org.entente.metadata.model.Field reference) {
        return reference.type() instanceof TraitReferenceType;
    }

    private static int indexOf(Storage storage, Part part) {
        var pieces = storage.pieces();
        for (var i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).part().filter(part::equals).isPresent()) {
                return i;
            }
        }
        throw new IllegalArgumentException("no " + part + " in " + storage);
    }

    static Field<?> first(List<Field<?>> fields) {
        if (fields.size() == 1) {
            return fields.getFirst();
        }
        var template = new StringBuilder("coalesce(");
        for (var i = 0; i < fields.size(); i++) {
            template.append(i == 0 ? "{" : ", {").append(i).append('}');
        }
        return DSL.field(
                template.append(')').toString(),
                fields.getFirst().getType(),
                fields.toArray(QueryPart[]::new));
    }
}
