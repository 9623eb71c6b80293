package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.entente.store.Databases;
import org.entente.store.Limits;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.Values;
import org.entente.store.shape.Shapes;
import org.junit.jupiter.api.Test;

class TroubleTest {

    private static final String ENTITIES =
            """
            entity: card
            name: code
            fields: {code: {type: text}}
            """;

    private final Desk desk = Desk.of(ENTITIES);

    private static ProblemCode code(EntenteException e) {
        return e.problem().code();
    }

    @Test
    void startsOverWhenTwoLockEachOtherOut() throws Exception {
        var ids = desk.create("card", List.of(Values.of("code", "A"), Values.of("code", "B")));
        var barrier = new CyclicBarrier(2);
        var attempts = new AtomicInteger();
        try (var executor = Executors.newFixedThreadPool(2)) {
            var one = executor.submit(() -> lockBoth(ids, attempts, barrier));
            var other = executor.submit(() -> lockBoth(ids.reversed(), attempts, barrier));
            assertEquals(Outcome.done(true), one.get(20, TimeUnit.SECONDS));
            assertEquals(Outcome.done(true), other.get(20, TimeUnit.SECONDS));
        }
        assertEquals(3, attempts.get());
    }

    private Outcome<Boolean> lockBoth(
            List<java.util.UUID> ids, AtomicInteger attempts, CyclicBarrier barrier) {
        return desk.write(
                "card",
                t -> {
                    t.lock(desk.entity("card"), ids.getFirst());
                    if (attempts.incrementAndGet() <= 2) {
                        meet(barrier);
                    }
                    t.lock(desk.entity("card"), ids.getLast());
                    return Outcome.done(true);
                });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endsAWriterWhoTakesTooLong() {
        desk.create("card", Values.of("code", "A"));
        var hasty = new Limits(Duration.ofSeconds(5), Duration.ofMillis(200));

        var failure =
                assertThrows(
                        EntenteException.class,
                        () ->
                                desk.cell()
                                        .transactions(hasty)
                                        .write(
                                                desk.tenant(),
                                                desk.model(),
                                                java.util.Set.of("card"),
                                                org.entente.engine.record.TenantTransactions.Ending
                                                        .COMMIT,
                                                t -> {
                                                    t.write(
                                                            desk.creation(
                                                                    "card",
                                                                    Values.of("code", "B")));
                                                    sleep();
                                                    return t.write(
                                                            desk.creation(
                                                                    "card",
                                                                    Values.of("code", "C")));
                                                }));

        assertEquals(ProblemCode.TIMED_OUT, code(failure));
        assertEquals(1, desk.rows(desk.ask("card")).size());
    }

    private static void sleep() {
        try {
            Thread.sleep(600);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsNothingOpenAfterAnError() {
        for (var entity : java.util.List.of("", "card")) {
            assertThrows(
                    StackOverflowError.class,
                    () ->
                            desk.write(
                                    entity,
                                    t -> {
                                        t.hold(desk.entity("card"), java.util.Set.of());
                                        throw new StackOverflowError();
                                    }));
        }
        var alone =
                desk.cell()
                        .transactions()
                        .alone(desk.tenant(), desk.model(), t -> Outcome.done(true));

        assertEquals(true, Desk.done(Desk.fresh(alone)));
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        var nobody = Cell.source(desk.cell().database(), "entente_app");
        nobody.setPortNumbers(new int[] {1});
        var databases = new Databases(nobody, nobody, nobody, nobody, nobody);
        var node = desk.cell().node(nobody, nobody);
        var reads =
                new PostgresRecordReads(
                        databases, new Shapes(databases, Limits.usual()), Limits.usual());

        var reading =
                assertThrows(
                        EntenteException.class,
                        () -> reads.page(desk.tenant(), desk.model(), desk.ask("card").planned()));
        var modelling =
                assertThrows(EntenteException.class, () -> node.models().head(desk.tenant()));

        assertEquals(ProblemCode.UNAVAILABLE, code(reading));
        assertEquals(ProblemCode.UNAVAILABLE, code(modelling));
    }
}
