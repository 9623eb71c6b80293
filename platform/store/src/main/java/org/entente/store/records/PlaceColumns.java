package org.entente.store.records;

import java.util.HashMap;
import java.util.Map;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Items;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Source;
import org.entente.metadata.expression.TypedExpression.Source.Listed;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.store.sql.Columns;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The columns of an expression that stands at one place of a query.
 *
 * @param items where the items of the lists around stand, by their level
 */
record PlaceColumns(Place place, Map<Integer, Place> items) implements Columns {

    PlaceColumns(Place place) {
        this(place, Map.of());
    }

    private Place at(Start start) {
        return switch (start) {
            case Start.Own _ -> place;
            case Start.Item(var level) ->
                    java.util.Objects.requireNonNull(items.get(level), "no list around");
            case Start.Before _ -> throw new IllegalArgumentException("no record has been before");
        };
    }

    @Override
    public Field<?> column(Path path) {
        return at(path.start()).value(path);
    }

    @Override
    public Field<?> self(Self self) {
        return at(self.start()).through(self.through()).id();
    }

    @Override
    public Field<?> alias(Alias alias) {
        throw new IllegalArgumentException("no alias among the fields of a record");
    }

    @Override
    public Inner items(Items list) {
        return switch (list.source()) {
            case Related related -> {
                var holder = holder(related);
                var joins = holder.joins().within(related.entity());
                yield items(list.level(), joins, belongs(related, holder, joins));
            }
            case Listed listed -> {
                var holder = holder(listed);
                var joins = holder.joins().within(listed.entity());
                yield items(list.level(), joins, named(listed, holder, joins));
            }
        };
    }

    private Place holder(Source source) {
        return at(source.start()).through(source.through());
    }

    private Inner items(int level, Joins joins, Condition belongs) {
        var inner = new HashMap<>(items);
        inner.put(level, joins.start());
        return new RelatedItems(new PlaceColumns(place, inner), joins, belongs);
    }

    private static Condition named(Listed listed, Place holder, Joins joins) {
        var several = holder.pieces(listed.reference()).getFirst();
        return DSL.condition("{0} = any({1})", joins.root().id(), several)
                .and(joins.root().deletedAt().isNull());
    }

    private static Condition belongs(Related related, Place holder, Joins joins) {
        var points =
                joins.root()
                        .leadsTo(related.reference(), holder.id())
                        .and(joins.root().deletedAt().isNull());
        if (!Place.isToTrait(related.reference())) {
            return points;
        }
        var key = joins.ground().model().entity(related.holder()).orElseThrow().key();
        var pieces = joins.start().pieces(related.reference());
        return points.and(DSL.condition("{0} = {1}", pieces.getLast(), DSL.val(key)));
    }

    private record RelatedItems(Columns columns, Joins joins, Condition belongs) implements Inner {
        @Override
        public Table<?> tables() {
            return joins.tables();
        }
    }
}
