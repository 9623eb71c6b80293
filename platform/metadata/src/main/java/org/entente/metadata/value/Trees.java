package org.entente.metadata.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.entente.spi.Json;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads JSON of one field; what is larger or deeper belongs into a file or into fields. */
final class Trees {

    static final int MAX_SIZE = 65_536;
    static final int MAX_DEPTH = 20;
    private static final int MAX_DIGITS = 100;

    /** How much is left of the size, in code points and punctuation. */
    private int left = MAX_SIZE;

    private Trees() {}

    /** Anything but null. */
    static Outcome<Json> read(Object wire) {
        var trees = new Trees();
        return trees.check(wire, 1).map(ok -> new Json(wire));
    }

    private Outcome<Integer> check(@Nullable Object node, int depth) {
        if (depth > MAX_DEPTH) {
            return Refusals.of(
                    ProblemCode.INVALID_VALUE, Map.of("reason", "json_depth", "max", MAX_DEPTH));
        }
        return switch (node) {
            case null -> taken(4);
            case Boolean truth -> taken(5);
            case String text -> text(text);
            case Number number -> number(number);
            case List<?> items -> items(items, depth);
            case Map<?, ?> members -> members(members, depth);
            default -> Refusals.wrongType("json");
        };
    }

    private Outcome<Integer> taken(int size) {
        left -= size + 1;
        return left >= 0
                ? Outcome.done(left)
                : Refusals.of(
                        ProblemCode.TOO_LONG, Map.of("max", MAX_SIZE, "length", MAX_SIZE - left));
    }

    /** The database keeps neither U+0000 nor half a pair. */
    private Outcome<Integer> text(String text) {
        var fit =
                text.codePoints()
                        .allMatch(point ->
                                point != 0 && Character.getType(point) != Character.SURROGATE);
        return fit ? taken(text.length() + 2) : Refusals.invalid("characters");
    }

    private Outcome<Integer> number(Number number) {
        var exact = new BigDecimal(number.toString());
        return Math.abs((long) exact.scale()) <= MAX_DIGITS && exact.precision() <= MAX_DIGITS
                ? taken(exact.precision())
                : Refusals.invalid("number");
    }

    private Outcome<Integer> items(List<?> items, int depth) {
        var outcome = taken(2);
        for (var item : items) {
            outcome = outcome.then(ok -> check(item, depth + 1));
        }
        return outcome;
    }

    private Outcome<Integer> members(Map<?, ?> members, int depth) {
        var outcome = taken(2);
        for (var member : members.entrySet()) {
            outcome =
                    outcome.then(ok -> text(String.valueOf(member.getKey())))
                            .then(ok -> check(member.getValue(), depth + 1));
        }
        return outcome;
    }
}
