package org.entente.spi;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Who asks, in which tenant, with which roles and when: the first argument of every use case.
 *
 * @param tenant the tenant in which everything happens
 * @param user the member who asks
 * @param roles names of the member's roles in this tenant
 * @param at the instant of the request, to the microsecond; {@code now} of every expression
 * @param language the language of texts for the caller
 */
public record Caller(Tenant tenant, User user, Set<String> roles, Instant at, Locale language) {
    public Caller {
        roles = Set.copyOf(roles);
    }
}
