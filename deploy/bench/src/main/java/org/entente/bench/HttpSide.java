package org.entente.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends one kind of request over some connections for some time, each as soon as it can. */
final class HttpSide implements Side {
    private static final long SEED = 4_242;

    private final Settings.House house;
    private final Supplier<String> token;
    private final Function<Random, Request> requests;
    private long runs;

    HttpSide(Settings.House house, Supplier<String> token, Function<Random, Request> requests) {
        this.house = house;
        this.token = token;
        this.requests = requests;
    }

    /**
     * Every run draws other requests, or a change would be none the second time; the n-th run of
     * one side draws what the n-th run of the other does.
     */
    @Override
    public Sample run(int connections, Duration time) {
        var bearer = token.get();
        var seed = SEED + 1_000 * runs++;
        var failures = new AtomicInteger();
        var before = Cpu.now(house);
        var start = System.nanoTime();
        var end = start + time.toNanos();
        var nanos = new ArrayList<long[]>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<long[]>>();
            for (var i = 0; i < connections; i++) {
                var random = new Random(seed + i);
                running.add(threads.submit(() -> one(bearer, random, end, failures)));
            }
            for (var one : running) {
                nanos.add(one.get());
            }
        } catch (ExecutionException e) {
            throw new BenchFailure("a connection broke: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Sample(joined(nanos), seconds, Cpu.now(house).since(before), failures.get());
    }

    private long[] one(String bearer, Random random, long end, AtomicInteger failures)
            throws IOException {
        var port = URI.create(house.url()).getPort();
        var times = new long[1_024];
        var count = 0;
        try (var wire = new Wire(port)) {
            do {
                var request = requests.apply(random).bytes(port, bearer);
                var begun = System.nanoTime();
                if (wire.send(request) >= 300) {
                    failures.incrementAndGet();
                }
                times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
                times[count++] = System.nanoTime() - begun;
            } while (System.nanoTime() < end);
        }
        return Arrays.copyOf(times, count);
    }

    private static long[] joined(List<long[]> parts) {
        return parts.stream().flatMapToLong(Arrays::stream).toArray();
    }
}
