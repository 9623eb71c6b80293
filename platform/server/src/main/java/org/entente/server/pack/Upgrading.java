package org.entente.server.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import org.entente.engine.changeset.Upgrades;
import org.entente.engine.model.Models;
import org.entente.engine.model.PackShelf;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.engine.tenancy.Tenants;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.Tenant;

/** Brings this node's packs to tenants, one tenant after the other, beside the daily work. */
@ApplicationScoped
public class Upgrading {

    private static final Logger LOG = Logger.getLogger(Upgrading.class.getName());

    /** Which version of the model of a tenant could not be brought forward; by its number. */
    private final Map<Long, Long> refused = new HashMap<>();

    private boolean whole;

    @Inject private WarPacks own;
    @Inject private PackShelf shelf;
    @Inject private Upgrades upgrades;
    @Inject private Models models;
    @Inject private Tenants tenants;
    @Inject private Clock clock;

    /** Lays this node's packs beside those of the others. */
    public void open() {
        shelf.fill(own.layers(), clock.instant());
    }

    /**
     * Visits the tenants that may have something to come to: all in the first round, afterwards
     * those that refused and have changed since.
     */
    public void round(BooleanSupplier stopping) {
        for (var entry : tenants.active()) {
            if (stopping.getAsBoolean()) {
                return;
            }
            if (!whole || changed(entry.tenant())) {
                upgrade(entry);
            }
        }
        whole = true;
    }

    private boolean changed(Tenant tenant) {
        var version = refused.get(tenant.number());
        return version != null && version != models.of(tenant).version();
    }

    private void upgrade(TenantEntry entry) {
        switch (upgrades.upgrade(entry.tenant())) {
            case Outcome.Done<?> done -> refused.remove(entry.tenant().number());
            case Outcome.Refused<?>(List<Problem> problems) -> {
                refused.put(entry.tenant().number(), models.of(entry.tenant()).version());
                LOG.warning(() ->
                        "tenant "
                                + entry.tenant().name()
                                + " stays on its version of the packs: "
                                + problems);
            }
        }
    }
}
