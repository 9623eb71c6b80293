package org.entente.engine.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.tenancy.TenantCatalog;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.engine.tenancy.TenantEntry.NewTenant;
import org.entente.engine.tenancy.TenantEntry.State;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/** The catalog in memory. */
public final class MemoryCatalog implements TenantCatalog {

    private final Map<UUID, TenantEntry> tenants = new LinkedHashMap<>();
    private final Map<UUID, Map<String, UUID>> members = new HashMap<>();

    @Override
    public Optional<TenantEntry> named(String name) {
        return tenants.values().stream().filter(e -> e.tenant().name().equals(name)).findFirst();
    }

    @Override
    public Outcome<TenantEntry> begin(NewTenant request, UUID id, Instant at) {
        if (named(request.name()).isPresent()) {
            return Outcome.refused(
                    Problem.of(ProblemCode.NAME_TAKEN, "/name", Map.of("name", request.name())));
        }
        var tenant = new Tenant(id, tenants.size() + 1L, request.name());
        var entry = new TenantEntry(tenant, request.title(), State.CREATING, request, at);
        tenants.put(id, entry);
        return Outcome.done(entry);
    }

    @Override
    public void activate(UUID tenant) {
        tenants.computeIfPresent(
                tenant,
                (id, old) ->
                        new TenantEntry(
                                old.tenant(),
                                old.title(),
                                State.ACTIVE,
                                old.request(),
                                old.createdAt()));
    }

    @Override
    public List<TenantEntry> unfinished() {
        return tenants.values().stream().filter(e -> e.state() == State.CREATING).toList();
    }

    @Override
    public List<TenantEntry> all() {
        return new ArrayList<>(tenants.values());
    }

    @Override
    public void addMember(UUID tenant, String subject, UUID user) {
        members.computeIfAbsent(tenant, id -> new HashMap<>()).put(subject, user);
    }

    @Override
    public Optional<UUID> member(UUID tenant, String subject) {
        return Optional.ofNullable(members.getOrDefault(tenant, Map.of()).get(subject));
    }

    @Override
    public List<TenantEntry> tenantsOf(String subject) {
        return tenants.values().stream()
                .filter(e -> e.state() == State.ACTIVE)
                .filter(e -> member(e.tenant().id(), subject).isPresent())
                .sorted(Comparator.comparing(e -> e.tenant().name()))
                .toList();
    }
}
