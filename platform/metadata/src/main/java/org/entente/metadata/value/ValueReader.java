package org.entente.metadata.value;

import java.util.Optional;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Settings;
import org.entente.spi.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads values as they come over the wire. */
@SuppressWarnings("DoNotCallSuggester")
public final class ValueReader {

    private ValueReader() {}

    /**
     * The value in the class that the field's type names, or empty for none; a reference as a
     * {@link ReferenceInput}. A refusal's place is relative to the value: empty, or {@code /amount}
     * within it.
     *
     * @param wire as a JSON parser gives it: {@link String}, {@link Boolean}, a {@link Number},
     *     {@link java.util.Map}, {@link java.util.List} or null
     */
    public static Outcome<Optional<Object>> read(
            @Nullable Object wire, Field field, Settings settings) {
        throw new UnsupportedOperationException();
    }
}
