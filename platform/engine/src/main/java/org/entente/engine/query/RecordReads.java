package org.entente.engine.query;

import java.util.List;
import org.entente.engine.Attempt;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Port: answers planned questions from the records of a tenant. Each call is one round trip where
 * possible, holds no transaction, and is cut off after a time limit with an {@link
 * org.entente.spi.EntenteException} of code TOO_EXPENSIVE.
 */
public interface RecordReads {

    Attempt<PageOfRows> page(Tenant tenant, Model model, PlannedQuery query);

    /** Each row: the groups, then the measures. */
    Attempt<List<List<@Nullable Object>>> aggregate(
            Tenant tenant, Model model, PlannedAggregate aggregate);
}
