package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eight write side by side, often the same records; two read and die at random. */
@Tag("trial")
class FeedTrialIT {

    private static final long CHANGES = Long.getLong("entente.trial.changes", 100_000);
    private static final int WRITERS = 8;
    private static final int SHARED = 40;

    private final House house = House.running();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void tellsEveryChangeOnceAndEachRecordInOrder() throws Exception {
        var seed = new Random().nextLong();
        System.out.println("TRIAL feed: seed " + seed);
        var tenant = house.freshTenant("feedtrial");
        Tallies.define(tenant);
        var shared = new ArrayList<String>();
        for (var i = 0; i < SHARED; i++) {
            shared.add(tenant.admin().create(Tallies.ENTITY, Map.of("n", 0)));
        }
        var readers =
                List.of(
                        new FeedReader(tenant.admin(), seed),
                        new FeedReader(tenant.admin(), seed + 1));
        run(tenant, shared, readers, seed);

        var ledger = Ledger.of(house, tenant);
        var changes = new TreeSet<>(ledger.changes());
        var own = readers.getFirst().names();
        changes.removeIf(name -> !own.contains(name) && isOfAnotherEntity(name, tenant));
        for (var reader : readers) {
            System.out.println(
                    "TRIAL feed: %d changes, %d told, %d told again, %d deaths, %d batches refused"
                            .formatted(
                                    changes.size(),
                                    reader.names().size(),
                                    reader.repeated(),
                                    reader.deaths(),
                                    refused.get()));
            assertEquals(List.of(), reader.disorder());
            assertEquals(changes, new TreeSet<>(reader.names()));
        }
        assertTrue(changes.size() >= CHANGES, changes.size() + " changes");
        assertEquals(List.of(), ledger.untold());
    }

    /** The tenant's users are changes too, which nobody asked for. */
    private static boolean isOfAnotherEntity(String name, FreshTenant tenant) {
        var record = name.substring(0, name.indexOf('.'));
        return tenant.admin().get("/data/" + Tallies.ENTITY + "/" + record).status() == 404;
    }

    private void run(FreshTenant tenant, List<String> shared, List<FeedReader> readers, long seed)
            throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            var writing = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < WRITERS; i++) {
                var random = new Random(seed + 100 + i);
                writing.add(threads.submit(writer(tenant.admin(), shared, random)));
            }
            var reading = new ArrayList<Future<Boolean>>();
            readers.forEach(reader -> reading.add(threads.submit(() -> readAll(reader))));
            for (var writer : writing) {
                writer.get();
            }
            over.set(true);
            for (var reader : reading) {
                reader.get();
            }
        }
    }

    private boolean readAll(FeedReader reader) {
        while (true) {
            var last = over.get();
            if (reader.take() && last) {
                return true;
            }
        }
    }

    private Callable<Boolean> writer(Visitor visitor, List<String> shared, Random random) {
        return () -> {
            while (written.get() < CHANGES) {
                var operations = operations(shared, random);
                var answer =
                        visitor.post(
                                "/data/" + Tallies.ENTITY + "/batch",
                                Map.of("operations", operations));
                if (answer.status() == 200) {
                    var now = written.addAndGet(operations.size());
                    if (now / 10_000 > (now - operations.size()) / 10_000) {
                        System.out.println("TRIAL feed: " + now + " changes written");
                    }
                } else {
                    assertTrue(answer.status() >= 409, answer.toString());
                    refused.incrementAndGet();
                }
            }
            return true;
        };
    }

    /** Own records at first, so that the transaction is older than what it writes last. */
    private static List<Map<String, Object>> operations(List<String> shared, Random random) {
        var operations = new ArrayList<Map<String, Object>>();
        for (var i = random.nextInt(300); i >= 0; i--) {
            operations.add(Map.of("op", "create", "values", Map.of("n", i)));
        }
        var chosen = new TreeSet<String>();
        for (var i = random.nextInt(6); i >= 0; i--) {
            chosen.add(shared.get(random.nextInt(shared.size())));
        }
        for (var id : chosen) {
            operations.add(
                    Map.of("op", "update", "id", id, "values", Map.of("n", random.nextInt())));
        }
        return operations;
    }
}
