package org.entente.engine.query;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a record as its caller may see it.
 *
 * @param operation {@code create}, {@code update}, {@code delete} or {@code restore}
 * @param by the user as a reference travels
 * @param changes by name of each field that the caller may read; a deletion changes no value
 */
public record ChangeView(
        long version,
        String operation,
        Instant at,
        Map<String, Object> by,
        Map<String, FieldChange> changes) {
    public ChangeView {
        by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** What a value was and what it became, in the form in which values travel. */
    public record FieldChange(@Nullable Object before, @Nullable Object after) {}
}
