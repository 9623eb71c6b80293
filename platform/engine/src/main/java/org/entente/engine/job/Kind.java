package org.entente.engine.job;

import java.util.Map;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What jobs of one kind do. */
interface Kind {

    /** What a member asks for, checked; NOT_SUPPORTED where no member can ask. */
    default Outcome<Map<String, Object>> defined(
            Caller caller, Map<String, @Nullable Object> json) {
        return Outcome.refused(Problem.of(ProblemCode.NOT_SUPPORTED, "/kind"));
    }

    default Lane lane() {
        return Lane.WORK;
    }

    /** Whether it is the platform's own, whoever set it going. */
    default boolean isOwn() {
        return false;
    }

    /** Whether what it wrote can be taken back. */
    default boolean isUndoable() {
        return false;
    }

    /** Checks that a job can be run, and counts what there is to do; nothing is changed. */
    Outcome<Long> ready(Caller caller, Job job);

    /** Opens the work of a job where it has come to. */
    Outcome<Work> open(Caller caller, Job job);

    /** Rows of a job's result. */
    Outcome<JobResult> result(Caller caller, Job job, JobResult.Kind which);
}
