package org.entente.server;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.tenancy.Tenants;
import org.entente.server.health.Progress;
import org.entente.server.pack.Upgrading;
import org.entente.server.pack.WarPacks;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
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
    private static final int PAUSE_SECONDS = 3;
    private static final int WATCH_SECONDS = 30;
    private static final int ROUNDS_AN_HOUR = 60 * 60 / WATCH_SECONDS;
    private static final int ROUNDS_A_DAY = 24 * ROUNDS_AN_HOUR;

    /** Also on a node that is started anew every day. */
    private static final int FIRST_OF_A_DAY = 20;

    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject private Databases databases;
    @Inject private Tenants tenants;
    @Inject private WarPacks packs;
    @Inject private Upgrading upgrading;
    @Inject private Progress progress;
    @Inject private JobCrew crew;
    @Inject private Upkeep upkeep;
    @Inject private Clock clock;

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
        if (insist("migrating the catalog", () -> Catalog.migrate(databases))
                && insist("laying out the packs", upgrading::open)) {
            progress.opened();
            if (insist("resuming tenants", () -> tell(tenants.resume()))) {
                progress.finished();
                insist("beginning to work at jobs", crew::begin);
                insist("finishing what models ask for", upkeep::resume);
                watch();
            }
        }
    }

    /** A creation is also interrupted when something outside was away for a while. */
    private void watch() {
        insist("upgrading tenants", this::upgrade);
        for (var round = 1; !stoppedWithin(WATCH_SECONDS); round++) {
            if (round % ROUNDS_AN_HOUR == 0) {
                insist("finishing what models ask for", upkeep::resume);
            }
            if (round % ROUNDS_A_DAY == FIRST_OF_A_DAY) {
                insist("keeping tenants tidy", upkeep::daily);
            }
            insist("upgrading tenants", this::upgrade);
            var before = clock.instant().minusSeconds(WATCH_SECONDS);
            insist("resuming tenants", () -> tell(tenants.resume(before)));
        }
    }

    private void upgrade() {
        upgrading.round(() -> stopping.getCount() == 0);
    }

    private static void tell(List<Problem> problems) {
        problems.forEach(problem -> LOG.warning(() -> "a tenant is not whole: " + problem));
    }

    /** Repeats a step until it succeeds; false when the node stops before that. */
    private boolean insist(String what, Runnable step) {
        while (true) {
            try {
                step.run();
                return true;
            } catch (EntenteException away) {
                LOG.warning(() -> what + ": trying again, for " + away.problem());
            } catch (RuntimeException unexpected) {
                LOG.log(Level.WARNING, unexpected, () -> what + ": trying again");
            }
            if (stoppedWithin(PAUSE_SECONDS)) {
                return false;
            }
        }
    }

    private boolean stoppedWithin(int seconds) {
        try {
            return stopping.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
