package org.entente.engine.job;

import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.access.SystemUser;
import org.entente.engine.job.Job.State;
import org.entente.spi.Blame;
import org.entente.spi.Caller;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/**
 * One run of a job: portion after portion, as long as it is wanted and its member is a member. What
 * its member could mend ends it; what nobody can be blamed for is tried again, later and later.
 */
final class JobRun {

    private static final Logger LOG = Logger.getLogger(JobRun.class.getName());

    private final Tenant tenant;
    private final Job job;
    private final JobPorts ports;
    private final Members members;
    private final Locale language;
    private Progress progress;
    private boolean own;

    JobRun(Tenant tenant, Job job, JobPorts ports, Members members) {
        this.tenant = tenant;
        this.job = job;
        this.ports = ports;
        this.members = members;
        this.language = Definition.of(job).language();
        this.progress = Progress.fromJson(job.progress());
    }

    void run(Kind kind) {
        own = kind.isOwn();
        var caller = caller();
        if (caller.isEmpty()) {
            end(State.INTERRUPTED, progress);
            return;
        }
        try {
            switch (kind.open(caller.get(), job)) {
                case Outcome.Done<Work>(var opened) -> {
                    try (var work = opened) {
                        run(work);
                    }
                }
                case Outcome.Refused<Work>(var problems) -> broken(problems.getFirst());
            }
        } catch (EntenteException known) {
            if (known.problem().code() != ProblemCode.STALE) {
                broken(known.problem());
            }
        } catch (RuntimeException unexpected) {
            LOG.log(Level.WARNING, unexpected, () -> "job " + job.id() + " failed");
            broken(Problem.of(ProblemCode.INTERNAL));
        }
    }

    private void run(Work work) {
        while (true) {
            var caller = caller();
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
                    broken(problems.getFirst());
                    return;
                }
            }
        }
    }

    private Optional<Caller> caller() {
        return own
                ? Optional.of(SystemUser.caller(tenant, ports.now()))
                : members.member(tenant, job.by(), language);
    }

    private boolean isWanted() {
        return ports.store()
                .find(tenant, job.id())
                .filter(found -> found.state() == State.RUNNING)
                .isPresent();
    }

    private void broken(Problem problem) {
        var told = progress.broken(ports.wording().of(problem, language));
        if (isMendable(problem.code())) {
            end(State.INTERRUPTED, told);
            return;
        }
        var pause = Patience.after(progress.attempts() + 1);
        var later = told.failedOnce(ports.now().plus(pause).toEpochMilli());
        end(later.attempts() < Patience.ATTEMPTS ? State.RUNNING : State.DEAD, later);
    }

    /** What took too long may be quicker in a quieter hour. */
    private static boolean isMendable(ProblemCode code) {
        return code != ProblemCode.TOO_EXPENSIVE
                && (code.blame() == Blame.CALLER || code.blame() == Blame.TENANT_MODEL);
    }

    private void end(State state, Progress last) {
        ports.store()
                .change(
                        tenant,
                        job.id(),
                        found ->
                                found.in(
                                        found.state() == State.RUNNING ? state : found.state(),
                                        last.toJson(),
                                        ports.now()));
    }
}
