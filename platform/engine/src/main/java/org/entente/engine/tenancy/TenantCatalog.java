package org.entente.engine.tenancy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.tenancy.TenantEntry.NewTenant;
import org.entente.spi.Outcome;

/** Port: the catalog of tenants and of who is a member where. Every call is its own transaction. */
public interface TenantCatalog {

    Optional<TenantEntry> named(String name);

    /** Takes the name and a new number; refuses with NAME_TAKEN at {@code /name}. */
    Outcome<TenantEntry> begin(NewTenant request, UUID id, Instant at);

    void activate(UUID tenant);

    /** Those whose creation has not come to its end. */
    List<TenantEntry> unfinished();

    List<TenantEntry> all();

    /** Notes that a person of the identity provider is this user of the tenant. Safe to repeat. */
    void addMember(UUID tenant, String subject, UUID user);

    /** Which user of the tenant this person is. */
    Optional<UUID> member(UUID tenant, String subject);

    /** The active tenants of a person, by name. */
    List<TenantEntry> tenantsOf(String subject);
}
