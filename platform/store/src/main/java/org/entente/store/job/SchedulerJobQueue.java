package org.entente.store.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.job.JobQueue;
import org.entente.engine.job.Lane;
import org.entente.store.Databases;
import org.jspecify.annotations.Nullable;

/**
 * Jobs by db-scheduler: one task a tenant, which works at one job and then goes to the end of the
 * queue, so that a tenant with a thousand jobs keeps nobody waiting; one more for each lane. A node
 * that no longer says that it lives loses its tasks to the others.
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
                .execute((instance, context) -> {
                    var again = worker.work(tenant(instance.getId()), lane(instance.getId()));
                    return again.<CompletionHandler<Void>>map(SchedulerJobQueue::again)
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    /** Such as {@code acme} and {@code acme:model}; no tenant has a colon in its name. */
    private static String id(String tenant, Lane lane) {
        return lane == Lane.WORK ? tenant : tenant + ":" + lane.name().toLowerCase(Locale.ROOT);
    }

    private static String tenant(String id) {
        return id.split(":", 2)[0];
    }

    private static Lane lane(String id) {
        return id.contains(":") ? Lane.MODEL : Lane.WORK;
    }

    private static CompletionHandler<Void> again(Instant at) {
        return (done, operations) -> operations.reschedule(done, at);
    }

    /** A signal of a tenant one of whose tasks is at work stays until that has ended. */
    private void listen(Scheduler working, CustomTask<Void> task) {
        try {
            for (var signal : signals.read()) {
                var heard = true;
                for (var lane : Lane.values()) {
                    heard &= isSoon(working, task.instance(id(signal.tenant(), lane)));
                }
                if (heard) {
                    signals.answered(signal);
                }
            }
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, away, () -> "cannot read which jobs wait");
        }
    }

    /** Whether a task will look at all that is there by now; one that sleeps is woken. */
    private static boolean isSoon(Scheduler working, TaskInstance<Void> instance) {
        var now = Instant.now();
        if (working.scheduleIfNotExists(instance, now)) {
            return true;
        }
        var there = working.getScheduledExecution(instance);
        if (there.isEmpty() || there.get().isPicked()) {
            return false;
        }
        if (!there.get().getExecutionTime().isAfter(now)) {
            return true;
        }
        try {
            return working.reschedule(instance, now);
        } catch (TaskInstanceException taken) {
            return false;
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
