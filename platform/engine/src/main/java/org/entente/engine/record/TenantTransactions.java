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
     * Runs work in one transaction; it may be run again when the first attempt came to nothing.
     *
     * @param model what the work was planned against; when it is not the tenant's head, nothing of
     *     the work counts, whatever came out of it
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
    sealed interface Ending {

        Ending COMMIT = new Plain(true);

        /** Everything but the commit. */
        Ending DRY_RUN = new Plain(false);

        /** Whether it is kept. */
        boolean commits();

        /** Nothing else happens. */
        record Plain(boolean commits) implements Ending {}

        /**
         * It is kept, unless something was already kept under the key, and the answer with it.
         *
         * @param answer writes down what is answered to the value of the outcome
         */
        record Once(OnceKey key, Function<Object, String> answer) implements Ending {
            @Override
            public boolean commits() {
                return true;
            }
        }
    }
}
