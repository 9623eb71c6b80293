package org.entente.engine.query;

import java.util.List;
import java.util.Optional;
import org.entente.engine.query.PageOfRows.Count;

/**
 * A page of records as the caller may see it.
 *
 * @param next the cursor of the next page; empty at the end
 */
public record RecordPage(List<RecordView> data, Optional<String> next, Optional<Count> total) {
    public RecordPage {
        data = List.copyOf(data);
    }
}
