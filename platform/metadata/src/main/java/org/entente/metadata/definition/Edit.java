package org.entente.metadata.definition;

import org.jspecify.annotations.Nullable;

/** One step of a change set; {@code path} as in {@code entities/contract/fields/due}. */
public sealed interface Edit {

    /** What it is about. */
    String path();

    /**
     * Replaces the definition at exactly this path, or adds it.
     *
     * @param value as a JSON parser gives it: maps, lists, strings, numbers, booleans, null
     * @param emptying whether values that do not fit what a field takes now become empty; else they
     *     are why the change is refused
     */
    record Put(String path, @Nullable Object value, boolean emptying) implements Edit {
        public Put(String path, @Nullable Object value) {
            this(path, value, false);
        }
    }

    /** Takes the tenant's own definition away. */
    record Remove(String path) implements Edit {}

    /** Gives the tenant's own definition another name; its key stays. */
    record Rename(String path, String to) implements Edit {}
}
