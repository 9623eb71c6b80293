package org.entente.engine.job;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.spi.Caller;
import org.entente.spi.Tenant;

/** Port: the members of a tenant as of now, for work that goes on without them. */
public interface Members {

    /** The member as a caller; empty once they are none, or the tenant is not open. */
    Optional<Caller> member(Tenant tenant, UUID user, Locale language);
}
