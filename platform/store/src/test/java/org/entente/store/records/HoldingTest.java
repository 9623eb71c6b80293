package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.entente.engine.record.TenantTransaction;
import org.entente.spi.Outcome;
import org.entente.spi.Reference;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.Values;
import org.junit.jupiter.api.Test;

/** Who points at a record, and who deletes it meanwhile. */
class HoldingTest {

    private static final String ENTITIES =
            """
            entity: place
            name: title
            fields: {title: {type: text}}
            ---
            entity: thing
            name: title
            fields:
              title: {type: text}
              place: {type: reference, to: place}
            """;

    private final Desk desk = Desk.of(ENTITIES);
    private final UUID place = desk.create("place", Values.of("title", "here"));

    private Outcome<Set<UUID>> hold(TenantTransaction transaction, UUID... ids) {
        return Outcome.done(transaction.hold(desk.entity("place"), Set.of(ids)));
    }

    private List<UUID> pointing(TenantTransaction transaction) {
        var thing = desk.entity("thing");
        return transaction.referrers(thing, thing.field("place").orElseThrow(), place, 9);
    }

    @Test
    void isDoneAnewWhenWhatWasTakenToLiveDoesNot() {
        desk.create("thing", Values.of());
        var missing = UUID.randomUUID();

        assertEquals(Set.of(place), Desk.done(desk.write("thing", t -> hold(t, place, missing))));
        assertEquals(Set.of(), Desk.done(desk.write("thing", t -> hold(t, missing))));
    }

    @Test
    void isDoneOnceWhenEverythingLives() {
        desk.create("thing", Values.of());
        var times = new AtomicInteger();

        Desk.done(
                desk.write(
                        "thing",
                        t -> {
                            times.incrementAndGet();
                            return hold(t, place)
                                    .then(_ -> t.write(desk.creation("thing", Values.of())));
                        }));

        assertEquals(1, times.get());
    }

    @Test
    void whoeverDeletesWaitsForWhoeverPointsAndSeesIt() throws Exception {
        var said = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var id = UUID.randomUUID();
        var change = desk.creation("thing", id, Values.of("place", new Reference(place, "place")));
        var writing =
                beside(t -> {
                    t.hold(desk.entity("place"), Set.of(place));
                    return t.write(change).then(_ -> paused(said, go));
                });
        await(said);
        var deleting = beside(t -> Outcome.done(pointing(t)));

        assertWaits(deleting);
        go.countDown();
        assertEquals(true, Desk.done(writing.get(10, TimeUnit.SECONDS)));
        assertEquals(List.of(id), Desk.done(deleting.get(10, TimeUnit.SECONDS)));
    }

    @Test
    void whoeverPointsWaitsForWhoeverDeletesAndFindsItGone() throws Exception {
        desk.create("thing", Values.of());
        var said = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var deletion = desk.deletion("place", desk.stored("place", place));
        var deleting =
                beside(t -> {
                    assertEquals(List.of(), pointing(t));
                    return t.write(deletion).then(_ -> paused(said, go));
                });
        await(said);
        var holding = beside(t -> hold(t, place));

        assertWaits(holding);
        go.countDown();
        assertEquals(true, Desk.done(deleting.get(10, TimeUnit.SECONDS)));
        assertEquals(Set.of(), Desk.done(holding.get(10, TimeUnit.SECONDS)));
    }

    private <T> CompletableFuture<Outcome<T>> beside(Function<TenantTransaction, Outcome<T>> work) {
        return CompletableFuture.supplyAsync(() -> desk.write("thing", work));
    }

    private static Outcome<Boolean> paused(CountDownLatch said, CountDownLatch go) {
        said.countDown();
        return Outcome.done(await(go));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertWaits(Future<?> other) {
        assertThrows(TimeoutException.class, () -> other.get(300, TimeUnit.MILLISECONDS));
    }
}
