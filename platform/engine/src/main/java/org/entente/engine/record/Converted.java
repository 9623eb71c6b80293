package org.entente.engine.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.record.Conversion.Unfit;

/**
 * What came of converting some records.
 *
 * @param looked how many records were looked at
 * @param last the record after which to go on; empty when there are no more
 * @param held records that somebody else was writing
 * @param unfit values that became none
 */
public record Converted(int looked, Optional<UUID> last, List<UUID> held, List<Unfit> unfit) {
    public Converted {
        held = List.copyOf(held);
        unfit = List.copyOf(unfit);
    }
}
