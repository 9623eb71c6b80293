package org.entente.engine.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;

/** Goes on after a refusal, so that a caller learns of every problem at once. */
public final class Gathering {

    private final List<Problem> problems = new ArrayList<>();

    /** The value; a refusal is noted and leaves nothing. */
    public <T> Optional<T> keep(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> Optional.of(value);
            case Outcome.Refused<T>(var refused) -> {
                problems.addAll(refused);
                yield Optional.empty();
            }
        };
    }

    public void add(Problem problem) {
        problems.add(problem);
    }

    public void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    public boolean clean() {
        return problems.isEmpty();
    }

    /** The value, when nothing was refused. */
    public <T> Outcome<T> outcome(Supplier<T> value) {
        return clean() ? Outcome.done(value.get()) : Outcome.refused(problems);
    }

    /** The refusal of all that was noted. */
    public <T> Outcome<T> refused() {
        return Outcome.refused(problems);
    }
}
