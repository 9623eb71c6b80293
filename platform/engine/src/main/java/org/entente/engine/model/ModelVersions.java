package org.entente.engine.model;

import java.util.Optional;
import java.util.UUID;
import org.entente.metadata.model.Model;

/** Port: the versions of a tenant's model and its change sets, within one transaction. */
public interface ModelVersions {

    /** The head. */
    StoredModel head();

    /**
     * Makes this the head; its version is one above the head's. What holds data of the head and is
     * no part of the next is kept for a while and then purged.
     */
    void publish(StoredModel next, Model model);

    void save(ChangeSet changeSet);

    Optional<ChangeSet> changeSet(UUID id);
}
