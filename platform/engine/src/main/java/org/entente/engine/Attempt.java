package org.entente.engine;

import java.util.function.Function;

/**
 * What a store answers to work that was planned against one version of a model.
 *
 * @param <T> the answer
 */
public sealed interface Attempt<T> {

    /** The model was the head; this is the answer. */
    record Fresh<T>(T value) implements Attempt<T> {}

    /**
     * The tenant's model has moved on: nothing was read or written, plan again.
     *
     * @param head the version to plan against
     */
    record Behind<T>(long head) implements Attempt<T> {}

    /** The answer translated; behind stays behind. */
    default <R> Attempt<R> map(Function<? super T, ? extends R> translate) {
        return switch (this) {
            case Fresh<T>(T value) -> new Fresh<>(translate.apply(value));
            case Behind<T>(var head) -> new Behind<>(head);
        };
    }

    /** What comes next with the answer; behind stays behind. */
    default <R> Attempt<R> then(Function<? super T, Attempt<R>> next) {
        return switch (this) {
            case Fresh<T>(T value) -> next.apply(value);
            case Behind<T>(var head) -> new Behind<>(head);
        };
    }
}
