package org.entente.metadata.definition;

/**
 * One thing that publishing a model would do.
 *
 * @param path what it concerns, as it will be named
 * @param was the path before a renaming; else empty
 */
public record Effect(Kind kind, String path, String was) {

    /** What happens to it. */
    public enum Kind {
        ENTITY_ADDED,
        ENTITY_REMOVED,
        FIELD_ADDED,
        FIELD_REMOVED,
        TYPE_CHANGED,
        MADE_REQUIRED,
        MADE_UNIQUE,
        OPTION_ADDED,
        OPTION_REMOVED,
        DEFINITION_ADDED,
        DEFINITION_CHANGED,
        DEFINITION_REMOVED,
        RENAMED
    }
}
