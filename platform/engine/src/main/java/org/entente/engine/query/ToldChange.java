package org.entente.engine.query;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A write as it was told, in the names of the model as it is now.
 *
 * @param operation {@code create}, {@code update}, {@code delete} or {@code restore}
 * @param label of the user who did it; empty when it was not asked for or the user is gone
 * @param before by name of each field that there still is, in the form in which values travel, but
 *     for a reference, which is a {@link org.entente.spi.Reference}
 * @param after the same for the new values
 */
public record ToldChange(
        long version,
        String operation,
        Instant at,
        UUID by,
        Optional<String> label,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after) {
    public ToldChange {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }
}
