package org.entente.metadata.definition;

import java.util.List;

/** Writes a layer as the YAML files that {@link LayerReader} reads; the same bytes every time. */
@SuppressWarnings("DoNotCallSuggester")
public final class LayerWriter {

    private LayerWriter() {}

    /** One file for each definition, sorted by path. */
    public static List<SourceFile> files(Layer layer) {
        throw new UnsupportedOperationException();
    }
}
