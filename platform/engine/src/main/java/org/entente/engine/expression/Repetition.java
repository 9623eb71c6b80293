package org.entente.engine.expression;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.entente.metadata.expression.Nesting;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a list within lists came to, as long as the items are the same that it depends on:
 * what depends on none is worked out once. The database does the same.
 */
final class Repetition {

    private final IdentityHashMap<Summary, SortedSet<Integer>> around = new IdentityHashMap<>();
    private final IdentityHashMap<Summary, Answer> answers = new IdentityHashMap<>();

    /**
     * @param turns of the items that it depends on
     */
    private record Answer(List<Long> turns, @Nullable Object value) {}

    @Nullable Object of(
            Summary summary, Map<Integer, Evaluator.Item> items, Supplier<@Nullable Object> anew) {
        var turns =
                around.computeIfAbsent(summary, Nesting::around).stream()
                        .map(level -> Objects.requireNonNull(items.get(level)).turn())
                        .toList();
        var known = answers.get(summary);
        if (known != null && known.turns().equals(turns)) {
            return known.value();
        }
        var value = anew.get();
        answers.put(summary, new Answer(turns, value));
        return value;
    }
}
