package org.entente.store.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.job.JobQueue;
import org.entente.store.Databases;
import org.jspecify.annotations.Nullable;

/**
 * Jobs by db-scheduler: one task a tenant, which works at one job and then goes to the end of the
 * queue, so that a tenant with a thousand jobs keeps nobody waiting. A node that no longer says
 * that it lives loses its tasks to the others.
 */
public final class SchedulerJobQueue implements JobQueue {

    private static final Logger LOG = Logger.getLogger(SchedulerJobQueue.class.getName());
    private static final String TABLE = "entente.job_task";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED = 4;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration END = Duration.ofSeconds(5);

    private final Databases databases;
    private final Signals signals;
    private final int threads;
    private @Nullable Scheduler scheduler;
    private @Nullable ScheduledExecutorService listening;

    /**
     * @param threads for how many tenants this node works at once
     */
    public SchedulerJobQueue(Databases databases, int threads) {
        this.databases = databases;
        this.signals = new Signals(databases);
        this.threads = threads;
    }

    @Override
    public synchronized void start(Worker worker) {
        var task = task(worker);
        var working =
                Scheduler.create(databases.read(), task)
                        .tableName(TABLE)
                        .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID()))
                        .threads(threads)
                        .pollingInterval(LOOK)
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(MISSED)
                        .shutdownMaxWait(END)
                        .alwaysPersistTimestampInUTC()
                        .build();
        var listener = Executors.newSingleThreadScheduledExecutor(SchedulerJobQueue::thread);
        var _ =
                listener.scheduleWithFixedDelay(
                        () -> listen(working, task), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        working.start();
        scheduler = working;
        listening = listener;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "entente-job-signals");
        thread.setDaemon(true);
        return thread;
    }

    private static CustomTask<Void> task(Worker worker) {
        return Tasks.custom("jobs", Void.class)
                .onFailure((failed, operations) ->
                        operations.reschedule(failed, Instant.now().plus(AFTER_FAILURE)))
                .onDeadExecutionRevive()
                .execute((tenant, context) -> {
                    var again = worker.work(tenant.getId());
                    return again.<CompletionHandler<Void>>map(SchedulerJobQueue::again)
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private static CompletionHandler<Void> again(Instant at) {
        return (done, operations) -> operations.reschedule(done, at);
    }

    /** A signal of a tenant whose task is there stays until that task has ended. */
    private void listen(Scheduler working, CustomTask<Void> task) {
        try {
            for (var signal : signals.read()) {
                var instance = task.instance(signal.tenant());
                if (working.scheduleIfNotExists(instance, Instant.now())) {
                    signals.answered(signal);
                }
            }
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, away, () -> "cannot read which jobs wait");
        }
    }

    @Override
    public synchronized void stop() {
        if (listening != null) {
            listening.shutdownNow();
        }
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
