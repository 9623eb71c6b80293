package org.entente.engine.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.entente.engine.job.Job.State;
import org.entente.spi.Tenant;

/**
 * Port: the jobs of a tenant. How far a job has come is also noted by {@link
 * org.entente.engine.record.TenantTransaction#mark}, together with what it wrote.
 */
public interface JobStore {

    /** Keeps a job; whoever works at jobs is woken by one that is running. */
    void save(Tenant tenant, Job job);

    /** Jobs of which something is known, newest first. */
    List<Job> list(Tenant tenant, Wanted wanted);

    /**
     * Which jobs.
     *
     * @param by the member who made them
     * @param kinds of these; empty for all
     * @param before those that are older than this one
     */
    record Wanted(
            Optional<UUID> by,
            Optional<State> state,
            Set<String> kinds,
            Optional<UUID> before,
            int most) {}

    /**
     * Jobs that nobody is to work at and that were not touched since a moment, the oldest first.
     */
    List<Job> resting(Tenant tenant, Instant since, int most);

    /** Forgets a job. */
    void forget(Tenant tenant, UUID id);

    Optional<Job> find(Tenant tenant, UUID id);

    /**
     * Changes a job that nobody else can change meanwhile; the job as it is then. Whoever works at
     * jobs is woken when it is running.
     */
    Optional<Job> change(Tenant tenant, UUID id, UnaryOperator<Job> change);
}
