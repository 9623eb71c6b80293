package org.entente.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.changeset.Contraction;
import org.entente.engine.tenancy.TenantCatalog;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Does what a publication leaves to do, on threads of the container. Nothing of it needs to be
 * remembered: what is to be done follows from the model and the tables, so a start looks at every
 * tenant.
 */
@ApplicationScoped
public class Afterwork {

    private static final Logger LOG = Logger.getLogger(Afterwork.class.getName());

    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

    @Inject private Contraction contraction;
    @Inject private TenantCatalog catalog;

    @Resource private @Nullable ManagedExecutorService executor;

    /** Soon, once however often it is asked for meanwhile. */
    public void soon(Tenant tenant) {
        if (executor != null && waiting.add(tenant.number())) {
            executor.execute(() -> run(tenant));
        }
    }

    /** One tenant after the other. */
    void all() {
        catalog.all().stream().map(TenantEntry::tenant).forEach(this::run);
    }

    private void run(Tenant tenant) {
        waiting.remove(tenant.number());
        try {
            contraction.run(tenant);
        } catch (RuntimeException unexpected) {
            LOG.log(Level.WARNING, unexpected, () -> "not all was done for " + tenant.name());
        }
    }
}
