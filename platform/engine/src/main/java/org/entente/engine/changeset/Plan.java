package org.entente.engine.changeset;

import java.util.List;
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

    /**
     * One effect and how much data it concerns.
     *
     * @param rows records of the entity that it concerns
     */
    public record Measured(Effect effect, long rows) {}
}
