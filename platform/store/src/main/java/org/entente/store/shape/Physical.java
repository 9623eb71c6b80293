package org.entente.store.shape;

/**
 * One generated name and what it stands for.
 *
 * @param fieldKey of a column or a group of fields; of anything else, its own name
 * @param kind {@code table}, {@code column:…}, {@code group}, or {@code part} for what belongs to
 *     the table beside its columns
 */
record Physical(String entityKey, String fieldKey, String kind, String name) {

    static final String TABLE = "table";
    static final String GROUP = "group";
    static final String PART = "part";

    /** A part whose making failed; it is kept as a part with its trouble. */
    static final String FAILED = "failed";

    static final String COLUMN = "column:";

    static Physical part(String entityKey, String name) {
        return new Physical(entityKey, name, PART, name);
    }
}
