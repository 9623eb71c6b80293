package org.entente.store.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.entente.engine.Attempt;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ChangeSet.Kind;
import org.entente.engine.model.StoredModel;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.TestModels;
import org.entente.store.fixture.Values;
import org.junit.jupiter.api.Test;

class PostgresModelStoreTest {

    private static final String ENTITIES =
            """
            entity: card
            key: kcard0001
            name: code
            fields: {code: {key: kcode0001, type: text}}
            """;

    private final Desk desk = Desk.of(ENTITIES);

    private static StoredModel version(long number, String title) {
        return new StoredModel(number, "{\"é\": 1}", title, Cell.USER, Cell.AT);
    }

    private static ChangeSet changeSet() {
        return new ChangeSet(
                UUID.randomUUID(),
                "Été",
                1,
                Kind.EDITS,
                "[]",
                Cell.USER,
                Cell.AT,
                Optional.empty());
    }

    private Outcome<Boolean> publish(StoredModel next) {
        return desk.write(
                "",
                t -> {
                    t.models().publish(next, desk.model());
                    return Outcome.done(true);
                });
    }

    @Test
    void publishesTheNextVersion() {
        Desk.done(publish(version(2, "second")));

        assertEquals(version(2, "second"), desk.cell().models().head(desk.tenant()));
    }

    @Test
    void saysThatAPlanIsBehindAndDoesNothing() {
        Desk.done(publish(version(2, "second")));

        var wrote =
                desk.cell()
                        .transactions()
                        .write(
                                desk.tenant(),
                                desk.model(),
                                Set.of("card"),
                                Ending.COMMIT,
                                t -> t.write(desk.creation("card", Values.of("code", "late"))));
        var read =
                desk.cell().reads().page(desk.tenant(), desk.model(), desk.ask("card").planned());

        assertEquals(new Attempt.Behind<>(2), wrote);
        assertEquals(new Attempt.Behind<>(2), read);
        assertEquals(
                Optional.empty(),
                desk.cell().shapes().reload(desk.tenant()).table(desk.entity("card")));
    }

    @Test
    void keepsAChangeSetAndWhatItBecame() {
        var changeSet = changeSet();
        save(changeSet);
        assertEquals(
                Optional.of(changeSet),
                desk.cell().models().changeSet(desk.tenant(), changeSet.id()));

        save(changeSet.applied(2));
        assertEquals(
                Optional.of(changeSet.applied(2)),
                desk.cell().models().changeSet(desk.tenant(), changeSet.id()));
        assertEquals(
                Optional.empty(), desk.cell().models().changeSet(desk.tenant(), UUID.randomUUID()));
    }

    private void save(ChangeSet changeSet) {
        Desk.done(
                desk.write(
                        "",
                        t -> {
                            t.models().save(changeSet);
                            assertEquals(
                                    Optional.of(changeSet), t.models().changeSet(changeSet.id()));
                            return Outcome.done(true);
                        }));
    }

    @Test
    void keepsMappedRowsAndRecordsTogetherOrNeither() {
        var kept = changeSet();
        var lost = changeSet();
        desk.create("card", Values.of("code", "before"));
        desk.write(
                "",
                t -> {
                    t.models().save(lost);
                    Desk.done(t.write(desk.creation("card", Values.of("code", "lost"))));
                    return Outcome.refused(Problem.of(ProblemCode.RULE_BROKEN));
                });
        Desk.done(
                desk.write(
                        "",
                        t -> {
                            t.models().save(kept);
                            return t.write(desk.creation("card", Values.of("code", "kept")));
                        }));

        var models = desk.cell().models();
        assertEquals(Optional.empty(), models.changeSet(desk.tenant(), lost.id()));
        assertEquals(Optional.of(kept), models.changeSet(desk.tenant(), kept.id()));
        assertEquals(
                List.of(List.of("before"), List.of("kept")), desk.rows(desk.ask("card", "code")));
    }

    @Test
    void aStepTakesMappedRowsBackAsWell() {
        var lost = changeSet();
        Desk.done(
                desk.write(
                        "",
                        t -> {
                            var refused =
                                    t.step(() -> {
                                        t.models().save(lost);
                                        return Outcome.<Boolean>refused(
                                                Problem.of(ProblemCode.RULE_BROKEN));
                                    });
                            assertInstanceOf(Outcome.Refused.class, refused);
                            assertEquals(Optional.empty(), t.models().changeSet(lost.id()));
                            return Outcome.done(true);
                        }));
    }

    @Test
    void letsNobodyWriteByTheOldModelAfterAPublication() throws Exception {
        var written = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var executor = Executors.newFixedThreadPool(3)) {
            var slow =
                    executor.submit(() ->
                            desk.write(
                                    "card",
                                    t -> {
                                        var done = t.write(desk.creation("card", Values.of()));
                                        written.countDown();
                                        await(finish);
                                        return done;
                                    }));
            written.await();
            var publication = executor.submit(() -> alone(version(2, "second")));
            var others = new ArrayList<Duration>();
            for (var i = 0; i < 5; i++) {
                var begun = System.nanoTime();
                desk.create("card", Values.of("code", "while it waits"));
                others.add(Duration.ofNanos(System.nanoTime() - begun));
            }
            assertFalse(publication.isDone(), "published beside a writer");
            finish.countDown();

            assertEquals(2, slow.get() == null ? 0 : publication.get());
            assertTrue(
                    others.stream().allMatch(took -> took.toMillis() < 1_000),
                    () -> "writers were held: " + others);
        }
        var late =
                desk.cell()
                        .transactions()
                        .write(
                                desk.tenant(),
                                desk.model(),
                                Set.of("card"),
                                Ending.COMMIT,
                                _ -> Outcome.done(true));
        assertEquals(new Attempt.Behind<>(2), late);
    }

    @Test
    void aWriterWhoWaitsForAPublicationFindsItsModel() throws Exception {
        desk.create("card", Values.of("code", "A"));
        try (var executor = Executors.newSingleThreadExecutor()) {
            var begun = new CountDownLatch(1);
            var waiting =
                    Desk.fresh(
                            desk.cell()
                                    .transactions()
                                    .alone(
                                            desk.tenant(),
                                            desk.model(),
                                            t -> {
                                                var late = executor.submit(() -> stale(begun));
                                                await(begun);
                                                pause();
                                                t.models()
                                                        .publish(
                                                                version(2, "second"), desk.model());
                                                return Outcome.done(late);
                                            }));
            assertEquals(new Attempt.Behind<>(2), Desk.done(waiting).get());
        }
    }

    private Attempt<Outcome<Boolean>> stale(CountDownLatch begun) {
        begun.countDown();
        return desk.cell()
                .transactions()
                .write(
                        desk.tenant(),
                        desk.model(),
                        Set.of("card"),
                        Ending.COMMIT,
                        _ -> Outcome.done(true));
    }

    private long alone(StoredModel next) {
        return Desk.done(
                Desk.fresh(
                        desk.cell()
                                .transactions()
                                .alone(
                                        desk.tenant(),
                                        desk.model(),
                                        t -> {
                                            t.models().publish(next, desk.model());
                                            return Outcome.done(next.version());
                                        })));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void expandsWhatIsThereBeforeItIsPublished() {
        desk.create("card", Values.of("code", "A"));
        var next =
                TestModels.of(
                        2,
                        """
                        entity: card
                        key: kcard0001
                        name: code
                        fields:
                          code: {key: kcode0001, type: text}
                          more: {type: money, filterable: true}
                        """);
        desk.cell().models().expand(desk.tenant(), next);
        desk.cell().models().expand(desk.tenant(), next);

        desk.create("card", Values.of("code", "B"));
        assertEquals(2, desk.rows(desk.ask("card", "code")).size());
        Desk.done(publish(version(2, "second")));
        var later = new Desk(desk.cell(), desk.tenant(), next);
        assertEquals(2, later.rows(later.ask("card", "code", "more")).size());
    }
}
