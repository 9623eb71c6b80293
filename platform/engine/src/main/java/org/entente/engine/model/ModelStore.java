package org.entente.engine.model;

import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;

/** Port: reads models outside a transaction, and makes room for their data. */
public interface ModelStore {

    /** The published head. */
    StoredModel head(Tenant tenant);

    /** One change set, if there is such. */
    java.util.Optional<ChangeSet> changeSet(Tenant tenant, java.util.UUID id);

    /**
     * Adds what the data of this model needs beside what is there, without holding readers or
     * writers: the expand phase. Safe to repeat.
     */
    void expand(Tenant tenant, Model next);
}
