package org.entente.metadata.value;

import org.jspecify.annotations.Nullable;

/** Writes values as they travel over the wire. */
@SuppressWarnings("DoNotCallSuggester")
public final class ValueWriter {

    private ValueWriter() {}

    /**
     * The value as strings, numbers, booleans, maps and lists; null for none. A reference becomes
     * {@code {"id", "entity"}}; its label is the engine's to add.
     */
    public static @Nullable Object write(@Nullable Object value) {
        throw new UnsupportedOperationException();
    }
}
