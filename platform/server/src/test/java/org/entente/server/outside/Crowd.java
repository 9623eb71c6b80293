package org.entente.server.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Several who read and write the records of one entity without a pause. */
final class Crowd implements AutoCloseable {

    private final Visitor visitor;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<String> failures = new ArrayList<>();
    private List<Long> reads = new ArrayList<>();
    private List<Long> writes = new ArrayList<>();

    Crowd(Visitor visitor, int size) {
        this.visitor = visitor;
        for (var i = 0; i < size; i++) {
            var random = new Random(i);
            threads.execute(() -> work(random));
        }
    }

    private void work(Random random) {
        var own = visitor.create("big", Map.of("code", "own" + random.nextInt()));
        while (!over.get()) {
            var n = random.nextInt(1_000_000);
            switch (random.nextInt(6)) {
                case 0 -> read("/data/big?limit=50&fields=code,stage,amount");
                case 1 -> read("/data/big?filter=code%20%3D%3D%20%22c" + n + "%22");
                case 2 -> read("/data/big?limit=20&sort=-code");
                case 3 -> read("/data/big/" + own);
                case 4 -> write(Call.of("POST", "/data/big"), "x" + n, 201);
                default -> write(Call.of("PATCH", "/data/big/" + own), "y" + n, 200);
            }
        }
    }

    private void read(String path) {
        timed(Call.of("GET", path), 200, true);
    }

    private void write(Call call, String code, int status) {
        var body = Map.of("values", Map.of("code", code, "stage", "new", "amount", "1.50"));
        timed(call.header("If-Match", "*").json(body), status, false);
    }

    private void timed(Call call, int expected, boolean reading) {
        var from = System.nanoTime();
        var status = "";
        try {
            var answer = visitor.send(call);
            status = answer.status() == expected ? "" : answer.toString();
        } catch (AssertionError unanswered) {
            status = unanswered.toString();
        }
        note((System.nanoTime() - from) / 1_000_000, reading, status);
    }

    private synchronized void note(long ms, boolean reading, String failure) {
        (reading ? reads : writes).add(ms);
        if (!failure.isEmpty()) {
            failures.add(failure);
        }
    }

    /** What was not answered as it should. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** How it went since the last time. */
    synchronized String told() {
        var told = told("reads", reads) + ", " + told("writes", writes);
        reads = new ArrayList<>();
        writes = new ArrayList<>();
        return told + ", " + failures.size() + " failed";
    }

    private static String told(String what, List<Long> all) {
        if (all.isEmpty()) {
            return "no " + what;
        }
        all.sort(null);
        return "%d %s, median %d ms, 99 of 100 within %d ms, slowest %d ms"
                .formatted(
                        all.size(),
                        what,
                        all.get(all.size() / 2),
                        all.get(all.size() * 99 / 100),
                        all.getLast());
    }

    @Override
    public void close() {
        over.set(true);
        threads.close();
    }
}
