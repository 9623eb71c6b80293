package org.entente.metadata.definition;

import java.util.List;
import java.util.Optional;
import org.entente.metadata.model.Model;
import org.entente.spi.Problem;

/** Makes one model of several layers. */
@SuppressWarnings("DoNotCallSuggester")
public final class ModelCompiler {

    private ModelCompiler() {}

    /**
     * What came of it.
     *
     * @param model there when nothing was wrong
     * @param problems all that is wrong, each at the place where it was written
     */
    public record Compiled(Optional<Model> model, List<Problem> problems) {
        public Compiled {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Merges layers by rank, those of one rank in the order given, and checks the outcome.
     *
     * @param version the version that the model will carry
     */
    public static Compiled compile(long version, List<Layer> layers) {
        throw new UnsupportedOperationException();
    }
}
