package org.entente.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;

/** Port: reads models outside a transaction, and makes room for their data. */
public interface ModelStore {

    /** The published head. */
    StoredModel head(Tenant tenant);

    /** One change set, if there is such. */
    Optional<ChangeSet> changeSet(Tenant tenant, UUID id);

    /**
     * Adds what the data of this model needs beside what is there, without holding readers or
     * writers: the expand phase. Safe to repeat.
     */
    void expand(Tenant tenant, Model next);

    /**
     * Does one thing of what is left to do for the published model, as long as that takes: an
     * index, a check, at last removal of what was dropped long ago or never published. Safe to
     * repeat and to be cut off; UNAVAILABLE while another is at it.
     *
     * @return how many things are left, at least; empty when there was nothing to do
     */
    OptionalLong contract(Tenant tenant, Model head, Instant now);

    /** What is not ready yet, by the path of its field or entity. */
    Map<String, Readiness> unready(Tenant tenant, Model head);

    /** Forgets what has failed, so that the next {@link #contract} tries it again. */
    void retry(Tenant tenant);

    /** Published versions from one downwards, with what they say. */
    List<StoredModel> versions(Tenant tenant, long from, int most);

    /** Change sets, the newest first. */
    List<ChangeSet> changeSets(Tenant tenant, int most);
}
