package org.entente.engine.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One published version of a tenant's model.
 *
 * @param layer the tenant's own definitions, as {@link org.entente.metadata.definition.LayerCodec}
 *     writes them
 * @param title what the change was for
 * @param packs the packs below, by name, each with the digest of its version; one that is not named
 *     is taken in its newest
 */
public record StoredModel(
        long version, String layer, String title, UUID by, Instant at, Map<String, String> packs) {
    public StoredModel {
        packs = Map.copyOf(packs);
    }

    /** On the newest packs, whichever these are. */
    public StoredModel(long version, String layer, String title, UUID by, Instant at) {
        this(version, layer, title, by, at, Map.of());
    }
}
