package org.entente.engine.job;

import org.entente.spi.Caller;
import org.entente.spi.Outcome;

/**
 * The work of one run, done a portion at a time. Each portion is written together with the mark of
 * how far the job has come, so that a run that is cut off anywhere is taken up exactly there.
 */
interface Work extends AutoCloseable {

    /** What a portion came to. */
    sealed interface Step {

        /** There may be more. */
        record On(Progress progress) implements Step {}

        /** Here it ends, as was asked for. */
        record Stopped(Progress progress) implements Step {}

        /** There was nothing left. */
        record Over() implements Step {}
    }

    /** Does the next portion; a refusal has changed nothing. */
    Outcome<Step> next(Caller caller, Progress before);

    @Override
    void close();
}
