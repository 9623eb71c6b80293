package org.entente.metadata.definition;

import java.util.List;
import java.util.function.Supplier;

/** Gives definitions the keys that they will carry for ever. */
@SuppressWarnings("DoNotCallSuggester")
public final class KeyWriter {

    private KeyWriter() {}

    /**
     * The layer with a key on every entity, trait, role, field, option and view that it is the
     * first to define. A key that is there stays; what a lower layer defines keeps that key.
     *
     * @param lower the layers below
     * @param keys new keys as {@link #key} makes them; one that is taken is passed over
     */
    public static Layer complete(Layer layer, List<Layer> lower, Supplier<String> keys) {
        throw new UnsupportedOperationException();
    }

    /** A key of 40 bits: {@code k} and eight letters or digits of base 32. */
    public static String key(long bits) {
        throw new UnsupportedOperationException();
    }
}
