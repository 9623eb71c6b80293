package org.entente.store.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.entente.engine.job.Lane;
import org.entente.store.fixture.Cell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerJobQueueTest {

    private static final int PATIENCE = 30;

    private final Cell cell = Cell.fresh();
    private final SchedulerJobQueue queue = new SchedulerJobQueue(cell.databases(), 2);
    private final BlockingQueue<String> worked = new LinkedBlockingQueue<>();

    private void catalog(String... names) throws SQLException {
        try (var connection = cell.databases().app().getConnection();
                var statement = connection.createStatement()) {
            for (var i = 0; i < names.length; i++) {
                statement.execute(
                        ("insert into entente.tenant values (gen_random_uuid(), %d, '%s', 'T',"
                                        + " 'ACTIVE', '{}', now())")
                                .formatted(900 + i, names[i]));
            }
        }
    }

    /** All in one transaction, so that nobody comes between two of them. */
    private void signal(int... tenants) throws SQLException {
        var rows =
                Arrays.stream(tenants)
                        .mapToObj(tenant -> "(%d, 'job')".formatted(900 + tenant))
                        .toList();
        try (var connection = cell.databases().app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into entente.signal (tenant, kind) values " + String.join(", ", rows));
        }
    }

    @AfterEach
    void stop() {
        queue.stop();
    }

    /** Looks at what members ask for alone. */
    private void work(Function<String, Optional<Instant>> work) {
        queue.start((tenant, lane) -> lane == Lane.WORK ? work.apply(tenant) : Optional.empty());
    }

    private String next() throws InterruptedException {
        var tenant = worked.poll(PATIENCE, TimeUnit.SECONDS);
        return tenant == null ? "nobody" : tenant;
    }

    @Test
    void comesWhenASignalSaysSoAndNotAgain() throws Exception {
        catalog("one");
        work(tenant -> {
            worked.add(tenant);
            return Optional.empty();
        });
        signal(0, 0, 0);
        assertEquals("one", next());
        assertNull(worked.poll(3, TimeUnit.SECONDS));
        signal(0);
        assertEquals("one", next());
    }

    @Test
    void letsEachTenantTakeItsTurn() throws Exception {
        catalog("many", "few");
        signal(0, 1);
        work(tenant -> {
            worked.add(tenant);
            return worked.size() > 40 ? Optional.empty() : Optional.of(Instant.now());
        });
        var turns = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            turns.add(next());
        }
        assertTrue(turns.containsAll(List.of("many", "few")), turns::toString);
    }

    @Test
    void triesAgainAfterAFailure() throws Exception {
        catalog("one");
        signal(0);
        var calls = new AtomicInteger();
        work(tenant -> {
            worked.add(tenant);
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("a failure on purpose");
            }
            return Optional.empty();
        });
        assertEquals("one", next());
        assertEquals("one", next());
    }

    @Test
    void wakesATenantThatSleepsUntilSomeLaterTime() throws Exception {
        catalog("one");
        signal(0);
        work(tenant -> {
            worked.add(tenant);
            return Optional.of(Instant.now().plusSeconds(3600));
        });
        assertEquals("one", next());
        assertNull(worked.poll(2, TimeUnit.SECONDS));
        signal(0);
        assertEquals("one", next());
    }

    @Test
    void keepsNoLaneWaitingForAnother() throws Exception {
        catalog("one");
        signal(0);
        var end = new CountDownLatch(1);
        queue.start((tenant, lane) -> {
            worked.add(tenant + " " + lane);
            if (lane == Lane.WORK) {
                await(end);
            }
            return Optional.empty();
        });
        var both = new HashSet<>(List.of(next()));
        both.add(next());
        assertEquals(Set.of("one WORK", "one MODEL"), both);
        end.countDown();
    }

    private static void await(CountDownLatch end) {
        try {
            assertTrue(end.await(PATIENCE, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
