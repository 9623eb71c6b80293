package org.entente.engine.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.engine.query.Asked;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.AutoNumberType;
import org.jspecify.annotations.Nullable;

/**
 * Gives new records their numbers. They are fetched in growing handfuls, so that a thousand records
 * do not ask a thousand times; what is left of the last handful is lost.
 */
final class Numbers {

    private static final int MOST_AT_ONCE = 64;

    private final Asked asked;
    private final TenantTransaction transaction;
    private final Map<String, Deque<Long>> left = new HashMap<>();
    private final Map<String, Integer> handful = new HashMap<>();

    Numbers(Asked asked, TenantTransaction transaction) {
        this.asked = asked;
        this.transaction = transaction;
    }

    /** The values of a new record with its numbers. */
    Map<String, @Nullable Object> given(Entity entity, Map<String, @Nullable Object> values) {
        var all = new LinkedHashMap<String, @Nullable Object>(values);
        for (var field : entity.fields().values()) {
            if (field.type() instanceof AutoNumberType(var pattern)) {
                var today = asked.evaluation(asked.caller().at(), Map.of()).today();
                all.put(field.name(), pattern.write(next(entity, field), today));
            }
        }
        return all;
    }

    private long next(Entity entity, Field field) {
        var there = left.computeIfAbsent(field.name(), _ -> new ArrayDeque<>());
        if (there.isEmpty()) {
            var count = handful.merge(field.name(), 1, (n, _) -> Math.min(2 * n, MOST_AT_ONCE));
            there.addAll(transaction.numbers(entity, field, count));
        }
        return there.removeFirst();
    }
}
