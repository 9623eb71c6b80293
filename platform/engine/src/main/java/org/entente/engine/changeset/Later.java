package org.entente.engine.changeset;

import java.util.List;
import java.util.UUID;
import org.entente.engine.model.ChangeSet;
import org.entente.spi.Caller;
import org.entente.spi.Tenant;

/** Port: what takes too long for whoever asked, and is done by jobs. */
public interface Later {

    /** Lets {@link Contraction} run for a tenant soon. */
    void contract(Tenant tenant);

    /** Lets {@link Application} go on with a change set; the job. */
    UUID apply(Caller caller, ChangeSet changeSet, Amount amount);

    /**
     * How much there is to do.
     *
     * @param paths of the fields whose values come over to another type
     * @param total records that have such values
     */
    record Amount(List<String> paths, long total) {}

    /** The change sets that are being applied. */
    List<Applying> applying(Tenant tenant);

    /**
     * One of them.
     *
     * @param done records of all that were looked at
     */
    record Applying(UUID job, UUID changeSet, Amount amount, long done) {}
}
