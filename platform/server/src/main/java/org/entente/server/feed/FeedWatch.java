package org.entente.server.feed;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.feed.Signals;
import org.entente.engine.feed.Wakes;
import org.entente.server.health.Progress;
import org.jspecify.annotations.Nullable;

/** Listens for signals and wakes those on this node who wait for a change. */
@ApplicationScoped
public class FeedWatch {

    private static final Logger LOG = Logger.getLogger(FeedWatch.class.getName());
    private static final int PAUSE_MILLIS = 250;
    private static final int PAUSE_AFTER_FAILURE_MILLIS = 3_000;

    /** How many looks lie between two times that old signals are dropped. */
    private static final int CONDENSE_EVERY = 120;

    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject private Signals signals;
    @Inject private Wakes wakes;
    @Inject private FeedWorkers workers;
    @Inject private Progress progress;

    @Resource private @Nullable ManagedExecutorService executor;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object container) {
        if (executor != null) {
            var threads = executor;
            threads.execute(() -> listen(threads));
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    private void listen(Executor threads) {
        var looks = 0;
        var heard = true;
        while (!stoppedWithin(heard ? PAUSE_MILLIS : PAUSE_AFTER_FAILURE_MILLIS)) {
            heard = look(++looks, threads);
        }
    }

    /** False when nothing could be heard. */
    private boolean look(int looks, Executor threads) {
        if (!progress.open()) {
            return true;
        }
        try {
            for (var signal : signals.hear()) {
                wakes.wake(signal.tenant());
                workers.signalled(signal.tenant());
            }
            workers.begin(threads);
            if (looks % CONDENSE_EVERY == 0) {
                signals.condense();
            }
            return true;
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, away, () -> "signals cannot be heard; trying again");
            return false;
        }
    }

    private boolean stoppedWithin(int millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
