package org.entente.engine.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.metadata.model.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A record as it would be once written.
 *
 * @param before its values as they are; empty when it is being made
 */
record Draft(
        Entity entity,
        UUID id,
        Map<String, @Nullable Object> values,
        Optional<Map<String, @Nullable Object>> before) {
    Draft {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Draft fresh(Entity entity, UUID id, Map<String, @Nullable Object> values) {
        return new Draft(entity, id, values, Optional.empty());
    }

    /** What a stored record would become. */
    static Draft of(Entity entity, StoredRecord stored, Map<String, @Nullable Object> values) {
        return new Draft(entity, stored.id(), values, Optional.of(stored.values()));
    }
}
