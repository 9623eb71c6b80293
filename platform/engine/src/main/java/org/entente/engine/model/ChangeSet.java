package org.entente.engine.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A planned edit of the model.
 *
 * @param baseVersion the version that it was made for
 * @param content what it changes, as its reader understands it
 * @param kind how content is to be read
 * @param appliedAs the version that it became
 */
public record ChangeSet(
        UUID id,
        String title,
        long baseVersion,
        Kind kind,
        String content,
        UUID by,
        Instant at,
        Optional<Long> appliedAs) {

    /** The same change set, applied. */
    public ChangeSet applied(long version) {
        return new ChangeSet(id, title, baseVersion, kind, content, by, at, Optional.of(version));
    }

    /** How the content of a change set is written. */
    public enum Kind {
        /** A JSON list of edits. */
        EDITS,
        /** The whole layer of the tenant, as JSON of path to file content. */
        FILES,
        /** The whole layer of the tenant, as it is kept. */
        LAYER
    }
}
