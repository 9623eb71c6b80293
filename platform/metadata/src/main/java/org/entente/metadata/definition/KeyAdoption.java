package org.entente.metadata.definition;

import java.util.HashSet;
import java.util.Set;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;

/** Keeps the identity of definitions that are written down anew. */
public final class KeyAdoption {

    private static final String KEY = "key";

    private KeyAdoption() {}

    /**
     * The layer with the keys of an earlier state of it: a definition that stands at the same path
     * in both, and was written without a key, carries on the earlier one's, unless that key was
     * given to another name: then this is a new definition under the old name.
     */
    public static Layer adopt(Layer layer, Layer earlier) {
        return new Layer(layer.rank(), layer.source(), adopt(layer.root(), earlier.root()));
    }

    static Mapping adopt(Mapping written, Mapping earlier) {
        var given = new HashSet<String>();
        KeyWriter.collect(written, given);
        return adopt(written, earlier, given);
    }

    private static Mapping adopt(Mapping written, Mapping earlier, Set<String> given) {
        var adopted = written;
        if (earlier.entries().get(KEY) instanceof Scalar(Object key, String place)
                && !written.entries().containsKey(KEY)
                && !given.contains(key.toString())) {
            adopted = adopted.with(KEY, new Scalar(key, written.place()));
        }
        for (var entry : written.entries().entrySet()) {
            if (entry.getValue() instanceof Mapping child
                    && earlier.entries().get(entry.getKey()) instanceof Mapping before) {
                adopted = adopted.with(entry.getKey(), adopt(child, before, given));
            }
        }
        return adopted;
    }
}
