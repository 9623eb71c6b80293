package org.entente.server;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.tenancy.Tenants;
import org.entente.server.health.Progress;
import org.entente.server.pack.WarPacks;
import org.entente.store.Databases;
import org.entente.store.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * Starts the node in the background: migrates the catalog, then brings tenants to their end whose
 * creation was interrupted. What is away is asked for again until it is there.
 */
@ApplicationScoped
public class StartUp {

    private static final Logger LOG = Logger.getLogger(StartUp.class.getName());
    private static final int PAUSE_SECONDS = 2;

    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject private Databases databases;
    @Inject private Tenants tenants;
    @Inject private WarPacks packs;
    @Inject private Progress progress;

    @Resource private @Nullable ManagedExecutorService executor;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object container) {
        LOG.info(() -> "packs: " + packs.names());
        if (executor != null) {
            executor.execute(this::start);
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    private void start() {
        if (insist("migrating the catalog", () -> Catalog.migrate(databases))) {
            progress.opened();
            if (insist("resuming tenants", this::resume)) {
                progress.finished();
            }
        }
    }

    private void resume() {
        tenants.resume().forEach(problem -> LOG.warning(() -> "a tenant is not whole: " + problem));
    }

    /** Repeats a step until it succeeds; false when the node stops before that. */
    private boolean insist(String what, Runnable step) {
        while (true) {
            try {
                step.run();
                return true;
            } catch (RuntimeException away) {
                LOG.log(Level.WARNING, away, () -> what + ": trying again");
            }
            if (stoppedWithinPause()) {
                return false;
            }
        }
    }

    private boolean stoppedWithinPause() {
        try {
            return stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
