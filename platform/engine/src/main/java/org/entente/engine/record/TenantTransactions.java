package org.entente.engine.record;

import java.util.Set;
import java.util.function.Function;
import org.entente.engine.Attempt;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;
import org.entente.spi.Tenant;

/** Port: transactions in a tenant. A refusal, or an exception, takes everything back. */
public interface TenantTransactions {

    /**
     * Runs work in one transaction.
     *
     * @param model what the work was planned against; when it is not the tenant's head, nothing
     *     runs
     * @param entities names of the entities that the work may write; their tables are made first
     * @param ending whether a done outcome is kept
     */
    <T> Attempt<Outcome<T>> write(
            Tenant tenant,
            Model model,
            Set<String> entities,
            Ending ending,
            Function<TenantTransaction, Outcome<T>> work);

    /**
     * Runs work while no other transaction of the tenant writes, so that whoever writes afterwards
     * finds what this has published. It waits for those who write in short turns, between which
     * others go on; whoever has no luck for long is UNAVAILABLE.
     */
    <T> Attempt<Outcome<T>> alone(
            Tenant tenant, Model model, Function<TenantTransaction, Outcome<T>> work);

    /** What happens to a done outcome at the end. */
    enum Ending {
        COMMIT,
        /** Everything but the commit. */
        DRY_RUN
    }
}
