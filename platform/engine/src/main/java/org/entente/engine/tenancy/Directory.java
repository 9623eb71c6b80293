package org.entente.engine.tenancy;

import java.util.Optional;
import org.entente.spi.Tenant;

/**
 * Port: the identity provider's people and organizations. Every call is safe to repeat; when the
 * provider is away an {@link org.entente.spi.EntenteException} of code UNAVAILABLE says so.
 */
public interface Directory {

    void ensureOrganization(Tenant tenant, String title);

    /**
     * Finds the person by e-mail or makes one, and makes them a member of the organization.
     *
     * @param initialPassword set only for a person who is new
     * @return the provider's stable name of the person
     */
    String ensureMember(Tenant tenant, Person person, Optional<String> initialPassword);

    /** Somebody who can sign in. */
    record Person(String username, String email, String name) {}
}
