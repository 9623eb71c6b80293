package org.entente.spi;

/** Who has to act for a {@link Problem} to go away. */
public enum Blame {
    /** Whoever called: the request is wrong, stale or not allowed. */
    CALLER,
    /** Whoever shaped the tenant's model. */
    TENANT_MODEL,
    /** The author of a plugin. */
    PLUGIN,
    /** Us: a defect of the platform. */
    PLATFORM,
    /** Something outside: a database, an identity provider, a network. */
    OUTSIDE
}
