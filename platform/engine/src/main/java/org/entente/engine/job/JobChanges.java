package org.entente.engine.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.record.Change;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;

/** Port: what jobs have written, by what was told of it. */
public interface JobChanges {

    /**
     * One write of a job.
     *
     * @param place greater than those of all writes before it; never 0
     * @param change in the names of the model as it is now; empty when the model has no place any
     *     more for what was written
     */
    record JobChange(long place, UUID record, Optional<Change> change) {}

    /** How many writes a job has caused. */
    long count(Tenant tenant, UUID job);

    /**
     * The latest writes of a job before a place, the latest first.
     *
     * @param place 0 for the very end
     */
    List<JobChange> before(Tenant tenant, Model model, UUID job, long place, int most);
}
