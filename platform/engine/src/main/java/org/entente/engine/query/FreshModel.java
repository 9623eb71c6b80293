package org.entente.engine.query;

import java.util.function.Function;
import org.entente.engine.Attempt;
import org.entente.engine.model.ModelSource;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Plans under the model that a node knows, and again when the store says that it is behind. */
final class FreshModel {

    private static final int ATTEMPTS = 5;

    private final ModelSource models;

    FreshModel(ModelSource models) {
        this.models = models;
    }

    <T> Outcome<T> ask(Caller caller, Function<Asked, Outcome<Attempt<T>>> work) {
        var model = models.of(caller.tenant());
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (work.apply(Asked.of(caller, model))) {
                case Outcome.Refused<Attempt<T>>(var problems) -> {
                    return Outcome.refused(problems);
                }
                case Outcome.Done<Attempt<T>>(Attempt.Fresh<T>(T value)) -> {
                    return Outcome.done(value);
                }
                case Outcome.Done<Attempt<T>>(Attempt.Behind<T>(var head)) ->
                        model = models.refresh(caller.tenant(), head);
            }
        }
        return Outcome.refused(Problem.of(ProblemCode.UNAVAILABLE));
    }
}
