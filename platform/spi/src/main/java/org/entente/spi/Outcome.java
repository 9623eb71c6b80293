package org.entente.spi;

import java.util.List;
import java.util.function.Function;

/**
 * What a use case answers: a value, or the problems for which it refused. A refusal has changed
 * nothing.
 *
 * @param <T> the value when done
 */
public sealed interface Outcome<T> {

    /**
     * It was done.
     *
     * @param value the answer
     */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * It was refused and nothing was changed.
     *
     * @param problems why; never empty
     */
    record Refused<T>(List<Problem> problems) implements Outcome<T> {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal names at least one problem");
            }
        }
    }

    /** Done with a value. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** Refused for these problems. */
    static <T> Outcome<T> refused(List<Problem> problems) {
        return new Refused<>(problems);
    }

    /** Refused for one problem. */
    static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(List.of(problem));
    }

    /** The outcome of {@code next} on the value; a refusal stays as it is. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(List<Problem> problems) -> refused(problems);
        };
    }

    /** The value translated; a refusal stays as it is. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> translate) {
        return switch (this) {
            case Done<T>(T value) -> done(translate.apply(value));
            case Refused<T>(List<Problem> problems) -> refused(problems);
        };
    }
}
