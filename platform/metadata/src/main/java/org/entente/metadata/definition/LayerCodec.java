package org.entente.metadata.definition;

import org.entente.spi.Outcome;

/** Layers as compact JSON text to be kept; places are not kept. */
@SuppressWarnings("DoNotCallSuggester")
public final class LayerCodec {

    private LayerCodec() {}

    /** The layer as JSON. */
    public static String encode(Layer layer) {
        throw new UnsupportedOperationException();
    }

    /** The layer again; its places are model paths ({@code entities/contract/fields/due}). */
    public static Outcome<Layer> decode(String json) {
        throw new UnsupportedOperationException();
    }
}
