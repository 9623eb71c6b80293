package org.entente.engine.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as its caller may see it.
 *
 * @param values by field name or path, in the form in which values travel; what the caller may not
 *     read is missing
 */
public record RecordView(
        String entity, UUID id, long version, Map<String, @Nullable Object> values) {
    public RecordView {
        values =
                values instanceof NamedValues
                        ? values
                        : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
