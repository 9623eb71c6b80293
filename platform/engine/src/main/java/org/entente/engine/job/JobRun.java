package org.entente.engine.job;

import java.util.Optional;
import java.util.function.Supplier;
import org.entente.engine.job.Job.State;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Tenant;

/** One run of a job: portion after portion, as long as it is wanted and its member is a member. */
final class JobRun {

    private final Tenant tenant;
    private final Job job;
    private final JobPorts ports;

    JobRun(Tenant tenant, Job job, JobPorts ports) {
        this.tenant = tenant;
        this.job = job;
        this.ports = ports;
    }

    void run(Supplier<Optional<Caller>> member, Work work) {
        var progress = Progress.fromJson(job.progress());
        while (true) {
            var caller = member.get();
            if (caller.isEmpty() || !isWanted()) {
                end(caller.isEmpty() ? State.INTERRUPTED : State.CANCELLED, progress);
                return;
            }
            switch (work.next(caller.get(), progress)) {
                case Outcome.Done<Work.Step>(Work.Step.On(var next)) -> progress = next;
                case Outcome.Done<Work.Step>(Work.Step.Stopped(var next)) -> {
                    end(State.STOPPED, next);
                    return;
                }
                case Outcome.Done<Work.Step>(Work.Step.Over()) -> {
                    end(State.DONE, progress);
                    return;
                }
                case Outcome.Refused<Work.Step>(var problems) -> {
                    var why = ports.wording().of(problems.getFirst(), caller.get().language());
                    end(State.INTERRUPTED, progress.broken(why));
                    return;
                }
            }
        }
    }

    private boolean isWanted() {
        return ports.store()
                .find(tenant, job.id())
                .filter(found -> found.state() == State.RUNNING)
                .isPresent();
    }

    private void end(State state, Progress progress) {
        ports.store()
                .change(
                        tenant,
                        job.id(),
                        found ->
                                found.in(
                                        found.state() == State.RUNNING ? state : found.state(),
                                        progress.toJson(),
                                        ports.now()));
    }
}
