package org.entente.engine.tenancy;

import org.entente.engine.model.StoredModel;
import org.entente.spi.Tenant;

/** Port: the place where a tenant's data lives. */
public interface TenantSpace {

    /** Makes the place, with this first model unless there is one. Safe to repeat. */
    void prepare(Tenant tenant, StoredModel first);
}
