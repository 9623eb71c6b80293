package org.entente.engine.job;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.entente.spi.Tenant;

/**
 * Port: the jobs of a tenant. How far a job has come is also noted by {@link
 * org.entente.engine.record.TenantTransaction#mark}, together with what it wrote.
 */
public interface JobStore {

    void save(Tenant tenant, Job job);

    Optional<Job> find(Tenant tenant, UUID id);

    /** Changes a job that nobody else can change meanwhile; the job as it is then. */
    Optional<Job> change(Tenant tenant, UUID id, UnaryOperator<Job> change);
}
