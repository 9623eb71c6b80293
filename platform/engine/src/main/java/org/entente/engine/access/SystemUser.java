package org.entente.engine.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.entente.spi.Caller;
import org.entente.spi.Tenant;
import org.entente.spi.User;

/** Entente itself, where nobody else asks: it has no record of its own in any tenant. */
public final class SystemUser {

    public static final UUID ID = new UUID(0, 0);

    private static final User USER = new User(ID, "Entente", "");

    private SystemUser() {}

    /** The system as a caller, with the administrator's rights. */
    public static Caller caller(Tenant tenant, Instant at) {
        return new Caller(tenant, USER, Set.of("administrator"), at, Locale.ENGLISH);
    }
}
