package org.entente.engine.feed;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Those on this node who wait for something to happen in a tenant. */
public final class Wakes {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ConcurrentHashMap<Long, CountDownLatch> latches = new ConcurrentHashMap<>();
    private final Semaphore places;

    /**
     * @param most how many may wait at once; whoever comes when all places are taken does not wait
     */
    public Wakes(int most) {
        this.places = new Semaphore(most);
    }

    /** Lets everybody look again who waits for this tenant. */
    public void wake(long tenant) {
        var latch = latches.remove(tenant);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** Looks, and while there is nothing, again at every wake until the time is over. */
    public <T> T await(long tenant, Duration patience, Supplier<T> look, Predicate<T> enough) {
        var end = System.nanoTime() + patience.toNanos();
        if (patience.isZero() || !places.tryAcquire()) {
            return look.get();
        }
        try {
            while (true) {
                var latch = latches.computeIfAbsent(tenant, _ -> new CountDownLatch(1));
                var seen = look.get();
                if (enough.test(seen) || !woken(latch, end - System.nanoTime())) {
                    return seen;
                }
            }
        } finally {
            places.release();
        }
    }

    /** A look may come too early, while an older transaction still holds the feed back. */
    private static boolean woken(CountDownLatch latch, long nanos) {
        try {
            latch.await(Math.min(nanos, LONGEST_NANOS), TimeUnit.NANOSECONDS);
            return nanos > 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
