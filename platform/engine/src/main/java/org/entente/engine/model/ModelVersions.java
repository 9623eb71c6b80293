package org.entente.engine.model;

import java.util.Optional;
import java.util.UUID;

/** Port: the versions of a tenant's model and its change sets, within one transaction. */
public interface ModelVersions {

    /** The head. */
    StoredModel head();

    /** Makes this the head; its version is one above the head's. */
    void publish(StoredModel next);

    void save(ChangeSet changeSet);

    Optional<ChangeSet> changeSet(UUID id);
}
