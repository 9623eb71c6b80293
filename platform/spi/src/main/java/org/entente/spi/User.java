package org.entente.spi;

import java.util.Set;
import java.util.UUID;

/**
 * A member of a tenant.
 *
 * @param id the user's record in the tenant
 * @param name as colleagues know them
 * @param email the address of work
 * @param teams the records of the teams that the member belongs to
 */
public record User(UUID id, String name, String email, Set<UUID> teams) {
    public User {
        teams = Set.copyOf(teams);
    }

    /** A member of no team. */
    public User(UUID id, String name, String email) {
        this(id, name, email, Set.of());
    }
}
