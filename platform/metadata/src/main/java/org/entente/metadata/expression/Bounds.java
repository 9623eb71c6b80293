package org.entente.metadata.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may cost, judged when it is defined and again with all that its computed
 * fields are computed from.
 *
 * <ul>
 *   <li><b>Lists within lists.</b> A list that begins at an item of the list around it weighs 1
 *       more than that one: all of them together are no more than the records that point here. One
 *       that is reached from the item through references, or whose reference is one of several,
 *       weighs 2 more, since its records may be met again for each item. A list that depends on no
 *       item around weighs 1 wherever it stands, for it is worked out once a record. At most {@link
 *       #HEAVIEST}.
 *   <li><b>Products.</b> A list that says something of an item around it but does not begin at that
 *       item would be looked through anew for each item: refused.
 *   <li><b>Many lists.</b> At most {@link #MOST_LISTS} in one expression.
 *   <li><b>Long values.</b> No text can become longer than {@link #LONGEST_TEXT} code points, no
 *       number longer than {@link #MOST_DIGITS} digits, as far as the fields allow ({@link Sizes}).
 * </ul>
 */
final class Bounds {

    static final int HEAVIEST = 4;
    static final int MOST_LISTS = 50;
    static final long LONGEST_TEXT = 1_000_000;
    static final long MOST_DIGITS = 1_000;

    private int lists;
    private @Nullable Excess excess;

    private Bounds() {}

    /** The part by which an expression goes beyond a bound. */
    record Excess(TypedExpression at, String reason, long limit) {}

    /** The first part that goes too far. */
    static Optional<Excess> exceeded(TypedExpression expression) {
        var bounds = new Bounds();
        bounds.lists(expression, Map.of());
        if (bounds.excess == null) {
            new Sizes(bounds::found).of(expression);
        }
        return Optional.ofNullable(bounds.excess);
    }

    private void found(Excess one) {
        if (excess == null) {
            excess = one;
        }
    }

    /**
     * @param weights of the lists around, by level
     */
    private void lists(TypedExpression expression, Map<Integer, Integer> weights) {
        if (excess != null) {
            return;
        }
        if (!(expression instanceof Summary summary)) {
            Tree.parts(expression).forEach(part -> lists(part, weights));
            return;
        }
        if (++lists > MOST_LISTS) {
            found(new Excess(summary, "too_many_lists", MOST_LISTS));
        }
        var weight = weight(summary, weights);
        if (weight > HEAVIEST) {
            found(new Excess(summary, "lists_too_heavy", HEAVIEST));
        }
        var inside = new HashMap<>(weights);
        inside.put(summary.items().level(), weight);
        Tree.parts(summary).forEach(part -> lists(part, inside));
    }

    private int weight(Summary summary, Map<Integer, Integer> weights) {
        var around = Nesting.around(summary);
        if (around.isEmpty()) {
            return 1;
        }
        var nearest = around.last();
        if (!summary.items().source().start().equals(new Start.Item(nearest))) {
            found(new Excess(summary, "lists_multiply", 1));
        }
        return weights.getOrDefault(nearest, 1) + (comesBack(summary) ? 2 : 1);
    }

    /** Whether a record may be an item of the list for more than one item around. */
    private static boolean comesBack(Summary summary) {
        var source = summary.items().source();
        return !source.through().isEmpty()
                || source.reference().type() instanceof MultiReferenceType;
    }
}
