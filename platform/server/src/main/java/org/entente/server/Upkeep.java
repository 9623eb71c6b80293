package org.entente.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.entente.engine.changeset.Contraction;
import org.entente.engine.job.Chores;
import org.entente.engine.job.Sweeping;
import org.entente.engine.tenancy.TenantCatalog;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.spi.Tenant;

/**
 * Gives tenants the jobs that nobody asks for. A publication asks for its own; whoever died between
 * the two is made up for here.
 */
@ApplicationScoped
public class Upkeep {

    @Inject private Chores chores;
    @Inject private Contraction contraction;
    @Inject private TenantCatalog catalog;

    /** What a model asks for and its tables lack. */
    public void contract(Tenant tenant) {
        chores.soon(tenant, Contraction.KIND);
    }

    /** For all tenants in which something is left to do. */
    void resume() {
        catalog.all().stream()
                .map(TenantEntry::tenant)
                .filter(contraction::isDue)
                .forEach(this::contract);
    }

    /** What time itself makes due. */
    void daily() {
        catalog.all().stream()
                .map(TenantEntry::tenant)
                .forEach(tenant -> {
                    contract(tenant);
                    chores.soon(tenant, Sweeping.KIND);
                });
    }
}
