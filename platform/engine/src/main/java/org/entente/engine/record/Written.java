package org.entente.engine.record;

import java.util.UUID;

/**
 * What a write came to.
 *
 * @param kind what was done
 * @param version the record's version now
 */
public record Written(Kind kind, UUID id, long version) {

    /** What was done. */
    public enum Kind {
        CREATED,
        UPDATED,
        DELETED
    }
}
