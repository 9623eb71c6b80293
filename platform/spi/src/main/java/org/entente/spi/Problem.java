package org.entente.spi;

import java.util.Map;
import java.util.Objects;

/**
 * A refusal as a value: what is wrong, where, and the facts that its message needs.
 *
 * @param code stable; clients may decide by it
 * @param at where: a JSON pointer into the request ({@code /values/amount}), a model path ({@code
 *     entities/contract/fields/due}) or a file position ({@code model/contract.yaml:12}); empty
 *     when the problem concerns the whole
 * @param details facts for the message, by name; values are strings, numbers, booleans, or lists
 *     and maps of those. They never hold anything that the caller may not read
 */
public record Problem(ProblemCode code, String at, Map<String, Object> details) {

    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(at);
        details = Map.copyOf(details);
    }

    /** A problem of the whole request, without facts. */
    public static Problem of(ProblemCode code) {
        return new Problem(code, "", Map.of());
    }

    /** A problem at one place, without facts. */
    public static Problem of(ProblemCode code, String at) {
        return new Problem(code, at, Map.of());
    }

    /** A problem at one place with its facts. */
    public static Problem of(ProblemCode code, String at, Map<String, Object> details) {
        return new Problem(code, at, details);
    }

    /** The same problem at another place: {@code prefix} is put before {@link #at()}. */
    public Problem under(String prefix) {
        return new Problem(code, prefix + at, details);
    }
}
