package org.entente.metadata.definition;

import java.util.List;
import org.entente.spi.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads the {@code edits} of a change set's body. */
@SuppressWarnings("DoNotCallSuggester")
public final class EditReader {

    private EditReader() {}

    /**
     * The edits, or problems at {@code /edits/0/op}.
     *
     * @param edits what stands under {@code edits}, as a JSON parser gives it
     */
    public static Outcome<List<Edit>> read(@Nullable Object edits) {
        throw new UnsupportedOperationException();
    }
}
