package org.entente.engine.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.entente.engine.file.Leftovers;
import org.entente.engine.job.Job.State;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Removes the files of jobs that nobody has touched for long, and contents that no record speaks
 * of. What a job was, what it did and what takes it back stay; only what was never run is
 * forgotten, and what the platform did for itself.
 */
public final class Sweeping implements Chore {

    /** The kind of its jobs. */
    public static final String KIND = "sweep";

    /** As long as what was dropped from the model comes back. */
    static final Duration KEPT = Duration.ofDays(30);

    /** For so long one sees what the platform did. */
    static final Duration OWN_KEPT = Duration.ofDays(7);

    private static final int PORTION = 100;

    private final JobPorts ports;
    private final Leftovers leftovers;
    private final Set<String> own;

    /**
     * @param own kinds of the platform's own jobs, beside this one
     */
    public Sweeping(JobPorts ports, Leftovers leftovers, Set<String> own) {
        this.ports = ports;
        this.leftovers = leftovers;
        this.own = own;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public Outcome<Course> open(Caller caller, Map<String, @Nullable Object> asked) {
        return Outcome.done(new Broom(new ArrayDeque<>(leftovers.folders(caller.tenant()))));
    }

    private final class Broom implements Course {
        private final Queue<String> folders;
        private long done;

        Broom(Queue<String> folders) {
            this.folders = folders;
        }

        /** Jobs first, then one folder after the other. */
        @Override
        public Outcome<Reached> next(Caller caller) {
            var due = due(caller.tenant());
            due.forEach(job -> sweep(caller.tenant(), job));
            done += due.size();
            var folder = due.isEmpty() ? folders.poll() : null;
            if (folder != null) {
                done += leftovers.remove(caller.tenant(), folder);
            }
            return Outcome.done(new Reached(done, done, due.isEmpty() && folder == null));
        }
    }

    private List<Job> due(Tenant tenant) {
        var now = ports.now();
        return ports.store().resting(tenant, now.minus(OWN_KEPT), PORTION).stream()
                .filter(job -> isOwn(job) || job.touchedAt().isBefore(now.minus(KEPT)))
                .toList();
    }

    private boolean isOwn(Job job) {
        var kind = Definition.of(job).kind();
        return kind.equals(KIND) || own.contains(kind);
    }

    /** Files first, so that what is cut off here is met again. */
    private void sweep(Tenant tenant, Job job) {
        ports.files().remove(tenant, job.id());
        if (isOwn(job) || job.state() == State.WAITING) {
            ports.store().forget(tenant, job.id());
        } else {
            ports.store()
                    .change(tenant, job.id(), found -> found.defined(Definition.of(found).swept()));
        }
    }
}
