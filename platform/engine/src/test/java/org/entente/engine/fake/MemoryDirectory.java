package org.entente.engine.fake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.tenancy.Directory;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/** The identity provider in memory; it can be away. */
public final class MemoryDirectory implements Directory {

    private final Set<UUID> organizations = new HashSet<>();
    private final Map<String, String> subjects = new HashMap<>();
    private final Set<String> memberships = new HashSet<>();
    private boolean away;

    /** From now on every call fails, or none does. */
    public void away(boolean away) {
        this.away = away;
    }

    @Override
    public void ensureOrganization(Tenant tenant, String title) {
        answer();
        organizations.add(tenant.id());
    }

    @Override
    public String ensureMember(Tenant tenant, Person person, Optional<String> initialPassword) {
        answer();
        if (!organizations.contains(tenant.id())) {
            throw new AssertionError("no organization for " + tenant.name());
        }
        var subject =
                subjects.computeIfAbsent(person.email(), email -> "subject-" + subjects.size());
        memberships.add(tenant.id() + " " + subject);
        return subject;
    }

    public int people() {
        return subjects.size();
    }

    private void answer() {
        if (away) {
            throw new EntenteException(Problem.of(ProblemCode.UNAVAILABLE, "keycloak"));
        }
    }
}
