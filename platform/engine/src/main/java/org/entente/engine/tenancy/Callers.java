package org.entente.engine.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.access.SystemUser;
import org.entente.engine.job.Members;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.query.RecordView;
import org.entente.engine.tenancy.TenantEntry.State;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Tenant;
import org.entente.spi.User;
import org.jspecify.annotations.Nullable;

/**
 * Turns a person of the identity provider into a caller of a tenant. The tenant's own user record
 * is the truth; it is remembered for five seconds, so that a suspension or a changed role is felt
 * by then.
 */
public final class Callers implements Members {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST = 100_000;
    private static final String USER = "user";
    private static final String TEAMS = "teams";

    private final TenantCatalog catalog;
    private final RecordQueries queries;
    private final Users users;
    private final Clock clock;
    private final Cache<Question, Optional<Member>> members =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    public Callers(TenantCatalog catalog, RecordQueries queries, Users users, Clock clock) {
        this.catalog = catalog;
        this.queries = queries;
        this.users = users;
        this.clock = clock;
    }

    private record Question(String subject, String tenant) {}

    private record Member(Tenant tenant, User user, Set<String> roles) {}

    /**
     * The caller; empty when there is no such active tenant, or the person is not an active member
     * of it: nobody can tell which.
     */
    public Optional<Caller> caller(String subject, String tenant, Locale language) {
        var member = members.get(new Question(subject, tenant), this::member);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return member.map(m -> new Caller(m.tenant(), m.user(), m.roles(), now, language));
    }

    /** The member of a tenant whose user this is, asked for anew; empty once they are none. */
    @Override
    public Optional<Caller> member(Tenant tenant, UUID user, Locale language) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return catalog.named(tenant.name())
                .filter(entry -> entry.state() == State.ACTIVE)
                .flatMap(entry -> member(entry.tenant(), user))
                .map(m -> new Caller(m.tenant(), m.user(), m.roles(), now, language));
    }

    /** An open tenant by its name. */
    public Optional<Tenant> tenant(String name) {
        return catalog.named(name)
                .filter(entry -> entry.state() == State.ACTIVE)
                .map(TenantEntry::tenant);
    }

    private Optional<Member> member(Question question) {
        return Optional.of(question.tenant())
                .filter(Tenant::isName)
                .flatMap(catalog::named)
                .filter(entry -> entry.state() == State.ACTIVE)
                .map(TenantEntry::tenant)
                .flatMap(tenant ->
                        catalog.member(tenant.id(), question.subject())
                                .flatMap(user -> member(tenant, user)));
    }

    private Optional<Member> member(Tenant tenant, UUID id) {
        var system = SystemUser.caller(tenant, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var record = queries.get(system, USER, id, Optional.of(known(system)));
        var roles = users.rolesOf(system, id);
        if (record instanceof Outcome.Done<RecordView>(var user)
                && roles instanceof Outcome.Done<List<String>>(var held)
                && "active".equals(user.values().get("status"))) {
            return Optional.of(new Member(tenant, user(user), Set.copyOf(held)));
        }
        return Optional.empty();
    }

    /** A tenant on older definitions of the platform has no teams of users. */
    private List<String> known(Caller system) {
        var fields = new ArrayList<>(List.of("name", "email", "status"));
        if (queries.columns(system, USER, Optional.empty())
                        instanceof Outcome.Done<List<String>>(var there)
                && there.contains(TEAMS)) {
            fields.add(TEAMS);
        }
        return fields;
    }

    private static User user(RecordView record) {
        return new User(
                record.id(),
                String.valueOf(record.values().get("name")),
                String.valueOf(record.values().get("email")),
                teams(record.values().get(TEAMS)));
    }

    private static Set<UUID> teams(@Nullable Object several) {
        var teams = new LinkedHashSet<UUID>();
        if (several instanceof List<?> references) {
            for (var reference : references) {
                if (reference instanceof Map<?, ?> one) {
                    teams.add(UUID.fromString(String.valueOf(one.get("id"))));
                }
            }
        }
        return teams;
    }
}
