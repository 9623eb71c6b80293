package org.entente.store.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list and the rows after a position in it. Nulls stand last both ways and the id
 * breaks ties. Keyset paging as in M. Winand, "We need tool support for keyset pagination".
 */
final class Keyset {

    private final List<Key> keys;
    private final Field<?> id;
    private final Optional<After> after;
    private final Chooser chooser;

    Keyset(List<Key> keys, Field<?> id, Optional<After> after, Chooser chooser) {
        this.keys = keys;
        this.id = id;
        this.after = after;
        this.chooser = chooser;
    }

    /** Where the page before ended: the keys of its last row, and its id. */
    record After(List<@Nullable Object> values, Field<?> id) {}

    /** A stretch of the list: what is in it and how it is ordered. */
    record Stretch(List<Condition> conditions, List<SortField<?>> order) {}

    /** The whole list after the position in one stretch. */
    List<Stretch> together() {
        var order = new ArrayList<SortField<?>>();
        keys.forEach(key -> order.add(key.order(key.nullable())));
        order.add(id.asc());
        return List.of(new Stretch(after.map(this::conditions).orElse(List.of()), order));
    }

    /**
     * The list by its only key in two stretches, with a value and without, so that one index serves
     * both directions.
     */
    List<Stretch> apart() {
        var key = keys.getFirst();
        var stretches = new ArrayList<Stretch>();
        var value = after.isEmpty() ? null : after.get().values().getFirst();
        if (after.isEmpty() || value != null) {
            var conditions = new ArrayList<Condition>();
            conditions.add(key.field().isNotNull());
            if (value != null) {
                conditions.addAll(bounded(key, value(0), after.get().id()));
            }
            stretches.add(new Stretch(conditions, List.of(key.order(false), id.asc())));
        }
        var nulls = new ArrayList<Condition>();
        nulls.add(key.field().isNull());
        if (after.isPresent() && value == null) {
            nulls.add(sql("{0} > {1}", id, after.get().id()));
        }
        stretches.add(new Stretch(nulls, List.of(key.field().asc().nullsLast(), id.asc())));
        return stretches;
    }

    private List<Condition> conditions(After position) {
        if (keys.size() == 1 && !keys.getFirst().nullable()) {
            return bounded(keys.getFirst(), value(0), position.id());
        }
        var ways = new ArrayList<Condition>();
        var ties = new ArrayList<Condition>();
        for (var i = 0; i < keys.size(); i++) {
            if (position.values().get(i) != null) {
                ways.add(DSL.and(ties).and(beyond(keys.get(i), value(i))));
            }
            ties.add(tie(i, position));
        }
        ways.add(DSL.and(ties).and(sql("{0} > {1}", id, position.id())));
        return List.of(DSL.or(ways));
    }

    /** The first condition alone can be the bound of an index. */
    private List<Condition> bounded(Key key, Field<?> value, Field<?> lastId) {
        var comparison = key.descending() ? "<" : ">";
        return List.of(
                sql("{0} " + comparison + "= {1}", key.field(), value),
                sql("({0} " + comparison + " {1} or {2} > {3})", key.field(), value, id, lastId));
    }

    private static Condition beyond(Key key, Field<?> value) {
        var template = key.descending() ? "{0} < {1}" : "{0} > {1}";
        return key.nullable()
                ? sql("(" + template + " or {0} is null)", key.field(), value)
                : sql(template, key.field(), value);
    }

    private Condition tie(int index, After position) {
        var key = keys.get(index);
        return position.values().get(index) == null
                ? key.field().isNull()
                : sql("{0} = {1}", key.field(), value(index));
    }

    private Field<?> value(int index) {
        var value = after.orElseThrow().values().get(index);
        return chooser.render(new Literal(value, keys.get(index).type()));
    }

    private static Condition sql(String template, QueryPart... parts) {
        return DSL.condition(template, parts);
    }
}
