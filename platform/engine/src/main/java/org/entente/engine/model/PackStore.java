package org.entente.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.metadata.definition.Layer;

/** Port: where packs are kept in all their versions, for every node and for ever. */
public interface PackStore {

    /** Keeps a version; one that is there already stays as it was. */
    void keep(Pack pack, Instant at);

    /** All versions, without what they define. */
    List<Stamp> stamps();

    /** What a version defines. */
    Optional<Layer> layer(String name, String digest);

    /**
     * A version that is kept.
     *
     * @param seenAt when it was first kept
     */
    record Stamp(String name, String version, String digest, Instant seenAt) {}
}
