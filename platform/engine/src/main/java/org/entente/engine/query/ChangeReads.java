package org.entente.engine.query;

import java.util.List;
import org.entente.engine.Attempt;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;

/** Port: reads what was told of a record. */
public interface ChangeReads {

    /**
     * Answers changes and, in the same round trip, other questions; with the limits of {@link
     * RecordReads}.
     */
    Attempt<Told> read(
            Tenant tenant, Model model, PlannedChanges changes, List<PlannedQuery> beside);

    /**
     * The answers.
     *
     * @param beside in the order of the questions
     */
    record Told(List<ToldChange> changes, List<PageOfRows> beside) {
        public Told {
            changes = List.copyOf(changes);
            beside = List.copyOf(beside);
        }
    }
}
