package org.entente.engine.query;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened around a record. */
public sealed interface StoryItem {

    /** When. */
    Instant at();

    /** The record itself was written. */
    record Changed(ChangeView change) implements StoryItem {
        @Override
        public Instant at() {
            return change.at();
        }
    }

    /**
     * An activity that points at the record.
     *
     * @param title its name
     * @param by who made it, as a reference travels
     */
    record Activity(Instant at, Optional<String> title, @Nullable Object by, RecordView record)
            implements StoryItem {}
}
