package org.entente.metadata.definition;

import java.util.List;
import org.entente.metadata.model.Model;
import org.entente.spi.Problem;

/**
 * What changes from one model to another.
 *
 * @param problems what cannot be done on a live tenant, at model paths
 */
@SuppressWarnings("DoNotCallSuggester")
public record ModelDifference(List<Effect> effects, List<Problem> problems) {
    public ModelDifference {
        effects = List.copyOf(effects);
        problems = List.copyOf(problems);
    }

    /** Compares by key, so that a renaming is a renaming. */
    public static ModelDifference between(Model before, Model after) {
        throw new UnsupportedOperationException();
    }
}
