package org.entente.engine.job;

import org.entente.spi.Caller;
import org.entente.spi.Outcome;

/** Jobs of a chore. */
final class ChoreKind implements Kind {

    private final Chore chore;
    private final JobPorts ports;

    ChoreKind(Chore chore, JobPorts ports) {
        this.chore = chore;
        this.ports = ports;
    }

    @Override
    public Lane lane() {
        return Lane.MODEL;
    }

    @Override
    public boolean isOwn() {
        return chore.isOwn();
    }

    @Override
    public Outcome<Long> ready(Caller caller, Job job) {
        return Outcome.done(Progress.fromJson(job.progress()).total());
    }

    @Override
    public Outcome<Work> open(Caller caller, Job job) {
        return chore.open(caller, Definition.of(job).asked())
                .map(course -> new ChoreWork(course, new Notes(ports, caller.tenant(), job.id())));
    }

    @Override
    public Outcome<JobResult> result(Caller caller, Job job, JobResult.Kind which) {
        return JobAccess.refused("no_rows");
    }
}
