package org.entente.engine.changeset;

import java.util.ArrayList;
import java.util.List;
import org.entente.engine.changeset.LiveData.Count;
import org.entente.metadata.definition.Effect;
import org.entente.spi.Problem;

/**
 * What applying a change set would do.
 *
 * @param problems why it cannot be applied; empty when it can
 * @param affected paths of definitions that use what changes
 */
public record Plan(List<Problem> problems, List<Measured> effects, List<String> affected) {
    public Plan {
        problems = List.copyOf(problems);
        effects = List.copyOf(effects);
        affected = List.copyOf(affected);
    }

    /** The same plan, against which more stands. */
    Plan with(List<Problem> more) {
        var all = new ArrayList<>(problems);
        all.addAll(more);
        return new Plan(all, effects, affected);
    }

    /**
     * One effect and how much data it concerns.
     *
     * @param rows records of the entity that it concerns
     * @param losses at most one: what would go or not fit
     */
    public record Measured(Effect effect, long rows, List<Loss> losses) {
        public Measured {
            losses = List.copyOf(losses);
        }
    }

    /** Values or records, and what becomes of them. */
    public record Loss(Fate fate, Count count) {}

    /** What becomes of values or records that the next model has no room for. */
    public enum Fate {
        /** They are kept for a while and come back with the same key. */
        KEPT,
        /** They are why the change is refused. */
        REFUSED,
        /** They become empty. */
        EMPTIED,
        /** They stay as they are; whoever changes them has to mend them. */
        STAYING
    }
}
