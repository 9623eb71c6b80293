package org.entente.metadata.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.metadata.expression.TypedExpression.Items;
import org.entente.metadata.expression.TypedExpression.Start;

/** The names that the functions of lists give to items, while what is said of an item is bound. */
final class Variables {

    /** Names that mean something everywhere. */
    private static final Set<String> TAKEN = Set.of("me", "now", "today", "old", "params", "id");

    private Map<String, TypedExpression> known = Map.of();
    private Map<Integer, String> entities = Map.of();
    private int level;

    static boolean isTaken(String name) {
        return TAKEN.contains(name);
    }

    /** The level of a list that stands here. */
    int next() {
        return level + 1;
    }

    Optional<TypedExpression> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** The entity of an item. */
    String entityOf(Start.Item item) {
        return java.util.Objects.requireNonNull(entities.get(item.level()));
    }

    Set<String> names() {
        return known.keySet();
    }

    /** Binds what is said of an item of a list under a name. */
    <T> T within(Bound.Many list, String name, Supplier<T> body) {
        var outer = known;
        var above = level;
        var outerEntities = entities;
        var inner = new HashMap<>(outer);
        inner.put(name, list.item());
        known = inner;
        level = list.items().level();
        entities = withEntity(list.items());
        try {
            return body.get();
        } finally {
            known = outer;
            level = above;
            entities = outerEntities;
        }
    }

    private Map<Integer, String> withEntity(Items items) {
        var all = new HashMap<>(entities);
        all.put(items.level(), items.source().entity());
        return all;
    }
}
