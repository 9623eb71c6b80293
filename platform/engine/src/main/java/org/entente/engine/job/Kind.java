package org.entente.engine.job;

import org.entente.spi.Caller;
import org.entente.spi.Outcome;

/** What jobs of one kind do. */
interface Kind {

    /** Checks that a job can be run, and counts what there is to do; nothing is changed. */
    Outcome<Long> ready(Caller caller, Job job);

    /** Opens the work of a job where it has come to. */
    Outcome<Work> open(Caller caller, Job job);

    /** Rows of a job's result. */
    Outcome<JobResult> result(Caller caller, Job job, JobResult.Kind which);
}
