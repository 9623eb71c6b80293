package org.entente.store.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.store.shape.Piece;
import org.entente.store.shape.Storage;
import org.entente.store.shape.TableShape;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The rows of one entity under a name of their own. An entity that nobody has written to has no
 * table yet and no rows; a field that has no column yet is null.
 */
final class Relation {

    private final Ground ground;
    private final Entity entity;
    private final String alias;
    private final Optional<TableShape> table;

    Relation(Ground ground, Entity entity, String alias) {
        this.ground = ground;
        this.entity = entity;
        this.alias = alias;
        this.table = ground.shape().table(entity);
    }

    Entity entity() {
        return entity;
    }

    /** Whether there is a table. */
    boolean isThere() {
        return table.isPresent();
    }

    Table<?> rows() {
        return table.<Table<?>>map(
                        there -> DSL.table(DSL.name(ground.names().schema(), there.name())))
                .orElseGet(() ->
                        DSL.table(
                                "(select cast(null as uuid) as id,"
                                        + " cast(null as bigint) as version,"
                                        + " cast(null as timestamptz) as deleted_at"
                                        + " where false)"))
                .as(alias);
    }

    org.jooq.Field<java.util.UUID> id() {
        return DSL.field(DSL.name(alias, "id"), SQLDataType.UUID);
    }

    org.jooq.Field<Long> version() {
        return DSL.field(DSL.name(alias, "version"), SQLDataType.BIGINT);
    }

    org.jooq.Field<java.time.OffsetDateTime> deletedAt() {
        return DSL.field(DSL.name(alias, "deleted_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    /** The columns of a field, in the order of its storage's pieces. */
    List<org.jooq.Field<?>> pieces(String name) {
        var field = entity.field(name).orElseThrow();
        var column = table.flatMap(there -> there.column(ground.model(), field));
        var pieces = new ArrayList<org.jooq.Field<?>>();
        for (var piece : Storage.of(field.type()).pieces()) {
            pieces.add(
                    column.isPresent()
                            ? DSL.field(
                                    DSL.name(alias, column.get().name() + piece.suffix()),
                                    piece.type())
                            : nothing(piece));
        }
        return pieces;
    }

    /** That a reference, or one of several, leads to a record of this id. */
    Condition leadsTo(Field reference, org.jooq.Field<?> id) {
        var column = pieces(reference.name()).getFirst();
        return reference.type() instanceof MultiReferenceType
                ? DSL.condition("coalesce({0}, cast(array[] as uuid[])) @> array[{1}]", column, id)
                : DSL.condition("{0} = {1}", column, id);
    }

    static org.jooq.Field<?> nothing(Piece piece) {
        return DSL.field("cast(null as " + piece.sql() + ")", piece.type());
    }
}
