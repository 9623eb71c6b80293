package org.entente.engine.record;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.metadata.model.Entity;
import org.jspecify.annotations.Nullable;

/**
 * One write of one record: what it was and what it became. Writing it is the only way to write a
 * record, so nothing changes untold.
 *
 * @param version the record's version after the write; a new record has 1
 * @param before by field name, the old values of the fields that changed; empty for a creation
 * @param after by field name, their new values; null where emptied; empty for a deletion. A
 *     restoration has all values of the record, as a creation has
 */
public record Change(
        Entity entity,
        UUID id,
        long version,
        Operation operation,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        UUID by,
        Instant at) {
    public Change {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** What was done. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE,
        /** Back from the recycle bin. */
        RESTORE
    }
}
