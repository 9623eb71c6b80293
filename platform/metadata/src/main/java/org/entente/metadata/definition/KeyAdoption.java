package org.entente.metadata.definition;

import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;

/** Keeps the identity of definitions that are written down anew. */
public final class KeyAdoption {

    private static final String KEY = "key";

    private KeyAdoption() {}

    /**
     * The layer with the keys of an earlier state of it: a definition that stands at the same path in
     * both, and was written without a key, carries on the earlier one's.
     */
    public static Layer adopt(Layer layer, Layer earlier) {
        return new Layer(layer.rank(), layer.source(), adopt(layer.root(), earlier.root()));
    }

    private static Mapping adopt(Mapping written, Mapping earlier) {
        var adopted = written;
        if (earlier.entries().get(KEY) instanceof Scalar key
                && !written.entries().containsKey(KEY)) {
            adopted = adopted.with(KEY, key);
        }
        for (var entry : written.entries().entrySet()) {
            if (entry.getValue() instanceof Mapping child
                    && earlier.entries().get(entry.getKey()) instanceof Mapping before) {
                adopted = adopted.with(entry.getKey(), adopt(child, before));
            }
        }
        return adopted;
    }
}
