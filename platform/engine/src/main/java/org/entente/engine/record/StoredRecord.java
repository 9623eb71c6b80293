package org.entente.engine.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is kept.
 *
 * @param values by field name, as {@link org.entente.metadata.model.FieldType} documents them; a
 *     field without a value is missing. System fields are among them
 */
public record StoredRecord(UUID id, long version, Map<String, @Nullable Object> values) {
    public StoredRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
