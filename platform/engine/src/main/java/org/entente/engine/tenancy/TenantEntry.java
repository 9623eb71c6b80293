package org.entente.engine.tenancy;

import java.time.Instant;
import java.util.List;
import org.entente.spi.Tenant;

/**
 * A tenant as the catalog knows it.
 *
 * @param title how the organisation writes its name
 * @param request what it was created with; needed until it is active
 */
public record TenantEntry(
        Tenant tenant, String title, State state, NewTenant request, Instant createdAt) {

    /** The same tenant, ready for use. */
    TenantEntry active() {
        return new TenantEntry(tenant, title, State.ACTIVE, request, createdAt);
    }

    /** Where a tenant is in its life. */
    public enum State {
        CREATING,
        ACTIVE,
        SUSPENDED
    }

    /**
     * What a tenant is created from.
     *
     * @param settings the tenant's first own definitions, as a {@code tenant.yaml} would say them
     */
    public record NewTenant(
            String name, String title, List<String> packs, String adminEmail, String settings) {
        public NewTenant {
            packs = List.copyOf(packs);
        }
    }
}
