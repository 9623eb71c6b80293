package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import org.entente.metadata.model.Model;
import org.entente.spi.Problem;

/**
 * What changes from one model to another.
 *
 * @param problems what cannot be done on a live tenant, at model paths
 */
public record ModelDifference(List<Effect> effects, List<Problem> problems) {
    public ModelDifference {
        effects = List.copyOf(effects);
        problems = List.copyOf(problems);
    }

    /** Compares by key, so that a renaming is a renaming. */
    public static ModelDifference between(Model before, Model after) {
        var effects = new ArrayList<Effect>();
        var problems = new ArrayList<Problem>();
        new EntityDifference(before, after, effects, problems).compare();
        new OtherDifference(effects, problems).compare(before, after);
        return new ModelDifference(effects, problems);
    }
}
