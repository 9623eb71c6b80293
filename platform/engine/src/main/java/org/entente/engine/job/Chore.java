package org.entente.engine.job;

import java.util.Map;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Work on a tenant that is no writing of records, done by jobs of a kind of its own. What is left
 * to do follows from what is there, so a run that was cut off anywhere begins anew.
 */
public interface Chore {

    /** By which its jobs are known; never changes. */
    String kind();

    /** Whether it is the platform's own; else it is done with the rights of whoever asked. */
    boolean isOwn();

    /** Begins a run. */
    Outcome<Course> open(Caller caller, Map<String, @Nullable Object> asked);

    /** One run. */
    interface Course {

        /** Does a step that is short enough to be waited for. */
        Outcome<Reached> next(Caller caller);
    }

    /**
     * How far a run has come.
     *
     * @param done things that are done
     * @param total all things, as far as is known
     * @param over whether nothing is left
     */
    record Reached(long done, long total, boolean over) {}
}
