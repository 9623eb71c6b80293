package org.entente.engine.job;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.access.SystemUser;
import org.entente.engine.job.Job.State;
import org.entente.spi.Caller;
import org.entente.spi.Tenant;

/** Gives chores to the runner. */
public final class Chores {

    private static final int MOST = 1_000;

    private final JobPorts ports;

    public Chores(JobPorts ports) {
        this.ports = ports;
    }

    /** Has one of the platform's own done soon, once however often it is asked for meanwhile. */
    public void soon(Tenant tenant, String kind) {
        var waits =
                jobs(ports, tenant, State.RUNNING, Set.of(kind)).stream()
                        .anyMatch(job -> Progress.fromJson(job.progress()).startedAt() == 0);
        if (!waits) {
            begin(SystemUser.caller(tenant, ports.now()), Map.of("kind", kind), 0);
        }
    }

    /**
     * Has one done with the rights of whoever asks.
     *
     * @param total how many things there are to do, as far as is known
     */
    public UUID begin(Caller caller, Map<String, ?> asked, long total) {
        var now = ports.now();
        var id = UuidCreator.getTimeOrderedEpoch();
        var job =
                new Job(
                        id,
                        State.RUNNING,
                        Definition.of(asked, caller),
                        Progress.none().reached(0, total).toJson(),
                        caller.user().id(),
                        now,
                        now);
        ports.store().save(caller.tenant(), job);
        return id;
    }

    /**
     * One that somebody has asked for.
     *
     * @param done things of the total that are done
     */
    public record Running(UUID job, Map<String, ?> asked, long done, long total) {}

    /** Those of a kind that are at work or wait for it. */
    public List<Running> running(Tenant tenant, String kind) {
        return jobs(ports, tenant, State.RUNNING, Set.of(kind)).stream()
                .map(job -> {
                    var progress = Progress.fromJson(job.progress());
                    return new Running(
                            job.id(),
                            Definition.of(job).asked(),
                            progress.done(),
                            progress.total());
                })
                .toList();
    }

    static List<Job> jobs(JobPorts ports, Tenant tenant, State state, Set<String> kinds) {
        return ports.store()
                .list(
                        tenant,
                        new JobStore.Wanted(
                                Optional.empty(),
                                Optional.of(state),
                                kinds,
                                Optional.empty(),
                                MOST));
    }
}
