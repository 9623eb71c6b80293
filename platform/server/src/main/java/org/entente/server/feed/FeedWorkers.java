package org.entente.server.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.feed.Feeding;
import org.entente.engine.tenancy.TenantCatalog;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.spi.Tenant;

/**
 * Gives tenants their turns, whoever has waited longest first, a few at once and each only once at
 * a time.
 */
@ApplicationScoped
public class FeedWorkers {

    private static final Logger LOG = Logger.getLogger(FeedWorkers.class.getName());
    private static final int AT_ONCE = 4;
    private static final Duration NEXT_TURN = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Map<Long, Instant> due = new ConcurrentHashMap<>();
    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private final Map<Long, Tenant> tenants = new ConcurrentHashMap<>();

    @Inject private Feeding feeding;
    @Inject private TenantCatalog catalog;
    @Inject private Clock clock;

    /** Something happened in a tenant. */
    void signalled(long tenant) {
        if (feeding.hasListeners()) {
            due.merge(tenant, clock.instant(), (old, now) -> old.isBefore(now) ? old : now);
        }
    }

    /** Begins the turns that are due. */
    void begin(Executor executor) {
        var now = clock.instant();
        due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .filter(entry -> !running.contains(entry.getKey()))
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .limit(Math.max(0, AT_ONCE - running.size()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(tenant -> begin(executor, tenant));
    }

    private void begin(Executor executor, long tenant) {
        due.remove(tenant);
        running.add(tenant);
        executor.execute(() -> {
            try {
                if (tenant(tenant).map(feeding::turn).orElse(false)) {
                    again(tenant, NEXT_TURN);
                }
            } catch (RuntimeException away) {
                LOG.log(Level.WARNING, away, () -> "changes could not be told; trying again");
                again(tenant, AFTER_FAILURE);
            } finally {
                running.remove(tenant);
            }
        });
    }

    private void again(long tenant, Duration pause) {
        due.putIfAbsent(tenant, clock.instant().plus(pause));
    }

    private Optional<Tenant> tenant(long number) {
        if (!tenants.containsKey(number)) {
            catalog.all().stream()
                    .map(TenantEntry::tenant)
                    .forEach(tenant -> tenants.put(tenant.number(), tenant));
        }
        return Optional.ofNullable(tenants.get(number));
    }
}
