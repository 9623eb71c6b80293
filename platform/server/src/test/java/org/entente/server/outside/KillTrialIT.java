package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Processes are killed while others write; what was acknowledged stays, and all comes back. */
@Tag("trial")
class KillTrialIT {

    private static final int ROUNDS = Integer.getInteger("entente.trial.rounds", 20);
    private static final int WRITERS = 4;

    private final House house = House.running();
    private final Killer killer = new Killer(house);
    private final AtomicBoolean over = new AtomicBoolean();

    /** By record: the highest version that was acknowledged. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        var tenant = house.freshTenant("killtrial");
        Tallies.define(tenant);
        var admin = tenant.admin();
        admin.create(Tallies.ENTITY, Map.of("n", 0));
        var random = new Random();
        try (var threads = Executors.newCachedThreadPool()) {
            var writing = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < WRITERS; i++) {
                writing.add(threads.submit(() -> write(tenant.admin())));
            }
            try {
                for (var round = 1; round <= ROUNDS; round++) {
                    round(round, random, admin);
                }
            } finally {
                over.set(true);
            }
            for (var writer : writing) {
                assertTrue(writer.get());
            }
        }
        check(tenant);
    }

    private void round(int round, Random random, Visitor admin) throws Exception {
        var before = acknowledged.size();
        Thread.sleep(1_000 + random.nextInt(2_000));
        var victim = round % 2 == 0 ? killer.liberty() : killer.backend();
        var waited = killer.awaitReady(() -> takesAWrite(admin));
        System.out.println(
                "TRIAL kill: round %d, %s killed, ready after %d ms, %d records acknowledged before"
                        .formatted(round, victim, waited, acknowledged.size() - before));
    }

    private static boolean takesAWrite(Visitor admin) {
        return admin.post("/data/" + Tallies.ENTITY, Map.of("values", Map.of("n", 1))).status()
                == 201;
    }

    private boolean write(Visitor visitor) throws InterruptedException {
        var path = "/data/" + Tallies.ENTITY;
        while (!over.get()) {
            try {
                var made = visitor.post(path, Map.of("values", Map.of("n", 0)));
                if (made.status() != 201) {
                    Thread.sleep(100);
                    continue;
                }
                acknowledged.put(made.id(), 1L);
                var changed =
                        visitor.patch(path + "/" + made.id(), 1, Map.of("values", Map.of("n", 1)));
                if (changed.status() == 200) {
                    acknowledged.put(made.id(), 2L);
                }
            } catch (AssertionError | RuntimeException cut) {
                Thread.sleep(100);
            }
        }
        return true;
    }

    private void check(FreshTenant tenant) throws SQLException {
        var ledger = Ledger.of(house, tenant);
        var told = ledger.versions();
        var lost = new ArrayList<String>();
        acknowledged.forEach((id, version) -> {
            var kept = told.getOrDefault(id, 0L);
            if (kept < version) {
                lost.add(id + ": version " + version + " was acknowledged, kept " + kept);
            }
        });
        System.out.println(
                "TRIAL kill: %d rounds, %d records acknowledged, %d lost"
                        .formatted(ROUNDS, acknowledged.size(), lost.size()));
        assertEquals(List.of(), lost);
        assertEquals(List.of(), ledger.untold());
        assertTrue(acknowledged.size() > ROUNDS, "nothing was written meanwhile");
    }
}
