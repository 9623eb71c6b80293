package org.entente.engine.model;

import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;

/** Where the model of a tenant is found. */
public interface ModelSource {

    /** The model as it is known here; a store says when it is behind. */
    Model of(Tenant tenant);

    /** The model at this version or a later one. */
    Model refresh(Tenant tenant, long head);
}
