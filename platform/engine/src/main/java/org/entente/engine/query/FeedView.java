package org.entente.engine.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A change in the feed as its caller may see it.
 *
 * @param change empty when the record is not there for the caller any more
 */
public record FeedView(String entity, UUID record, long version, Optional<ChangeView> change) {

    /** The same for the same change, whenever and by whomever it is read. */
    public String id() {
        return record + "." + version;
    }

    /**
     * A part of the feed.
     *
     * @param next the cursor of the next part; there always is one
     * @param ended whether there is nothing more for now
     */
    public record Part(List<FeedView> data, String next, boolean ended) {
        public Part {
            data = List.copyOf(data);
        }
    }
}
