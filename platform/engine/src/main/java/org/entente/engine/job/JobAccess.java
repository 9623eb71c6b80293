package org.entente.engine.job;

import java.util.Map;
import java.util.UUID;
import org.entente.engine.model.Models;
import org.entente.engine.query.Asked;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Who knows of a job: the member who made it, and whoever keeps the tenant's users. */
final class JobAccess {

    private final Models models;
    private final JobPorts ports;

    JobAccess(Models models, JobPorts ports) {
        this.models = models;
        this.ports = ports;
    }

    Asked asked(Caller caller) {
        return Asked.of(caller, models.of(caller.tenant()));
    }

    boolean seesAll(Caller caller) {
        return asked(caller).rights().onTenant(Operation.USERS) instanceof Outcome.Done;
    }

    /** A job that the caller made. */
    Outcome<Job> own(Caller caller, UUID id) {
        return visible(caller, id)
                .then(job ->
                        job.by().equals(caller.user().id())
                                ? Outcome.done(job)
                                : Outcome.refused(Problem.of(ProblemCode.FORBIDDEN)));
    }

    /** A job that the caller may look at. */
    Outcome<Job> visible(Caller caller, UUID id) {
        return ports.store()
                .find(caller.tenant(), id)
                .filter(job -> job.by().equals(caller.user().id()) || seesAll(caller))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.of(ProblemCode.NOT_FOUND)));
    }

    static <T> Outcome<T> refused(String reason) {
        return Outcome.refused(Problem.of(ProblemCode.INVALID_VALUE, "", Map.of("reason", reason)));
    }
}
