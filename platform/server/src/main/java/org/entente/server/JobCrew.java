package org.entente.server;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.entente.engine.job.JobQueue;
import org.entente.engine.job.Jobs;
import org.entente.engine.job.Lane;
import org.entente.engine.tenancy.Callers;

/** Works at jobs on threads of the container, which alone may begin its transactions. */
@ApplicationScoped
public class JobCrew {

    @Inject private JobQueue queue;
    @Inject private Jobs jobs;
    @Inject private Callers callers;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedExecutorService executor;

    void begin() {
        queue.start(this::work);
    }

    @PreDestroy
    void end() {
        queue.stop();
    }

    private Optional<Instant> work(String tenant, Lane lane) {
        var work =
                executor.submit(() ->
                        callers.tenant(tenant).flatMap(found -> jobs.work(found, lane, callers)));
        try {
            return work.get();
        } catch (InterruptedException stopped) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the node stops", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("jobs of " + tenant + " failed", failed);
        }
    }
}
