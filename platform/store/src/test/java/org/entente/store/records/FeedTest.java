package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.query.FeedPosition;
import org.entente.engine.query.FeedReads.FeedQuery;
import org.entente.engine.query.FeedReads.Portion;
import org.entente.metadata.model.Entity;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.Values;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final String ENTITIES =
            """
            entity: card
            fields: {code: {type: text}}
            ---
            entity: note
            fields: {code: {type: text}}
            """;

    private final Desk desk = Desk.of(ENTITIES);

    private Set<Entity> all() {
        return new HashSet<>(desk.model().entities().values());
    }

    private Optional<Portion> read(FeedPosition after, Set<Entity> entities, int limit) {
        return Desk.fresh(
                desk.cell()
                        .reads()
                        .read(desk.tenant(), desk.model(), new FeedQuery(after, entities, limit)));
    }

    @Test
    void tellsOnFromWhereItEnded() {
        var first = desk.create("card", Values.of("code", "A"));
        var portion = read(FeedPosition.START, all(), 10).orElseThrow();
        assertEquals(first, portion.changes().getFirst().record());
        assertEquals("A", portion.changes().getFirst().told().after().get("code"));
        assertTrue(portion.ended());

        assertEquals(List.of(), read(portion.next(), all(), 10).orElseThrow().changes());
        var second = desk.create("card", Values.of("code", "B"));
        var later = read(portion.next(), all(), 10).orElseThrow().changes();
        assertEquals(List.of(second), later.stream().map(change -> change.record()).toList());
    }

    @Test
    void tellsAllOfAListPartByPart() {
        var ids = desk.create("card", List.of(Values.of("code", "A"), Values.of("code", "B")));
        var first = read(FeedPosition.START, all(), 1).orElseThrow();
        var second = read(first.next(), all(), 1).orElseThrow();
        assertFalse(first.ended());
        assertEquals(ids.getFirst(), first.changes().getFirst().record());
        assertEquals(ids.getLast(), second.changes().getFirst().record());
    }

    @Test
    void passesOverOtherEntities() {
        desk.create("card", List.of(Values.of("code", "A"), Values.of("code", "B")));
        var note = desk.create("note", Values.of("code", "N"));
        var portion = read(FeedPosition.START, Set.of(desk.entity("note")), 1).orElseThrow();
        assertEquals(note, portion.changes().getFirst().record());
    }

    @Test
    void knowsNoPlaceOfAnotherEpoch() {
        assertEquals(Optional.empty(), read(new FeedPosition(7, 0, 0), all(), 1));
    }

    @Test
    void signalsOncePerTransactionThatChangesAreTold() {
        var before = signals();
        desk.create("card", List.of(Values.of("code", "A"), Values.of("code", "B")));
        assertEquals(before + 1, signals());
        desk.write(
                "card",
                t -> {
                    for (var i = 0; i < 3; i++) {
                        t.step(() -> t.write(desk.creation("card", Values.of("code", "C"))));
                    }
                    return Outcome.done(true);
                });
        assertEquals(before + 2, signals());
    }

    @Test
    void signalsThoughAnEarlierStepWasTakenBack() {
        var before = signals();
        desk.write(
                "card",
                t -> {
                    t.step(() -> {
                        t.write(desk.creation("card", Values.of("code", "A")));
                        return Outcome.refused(Problem.of(ProblemCode.INTERNAL));
                    });
                    return t.write(desk.creation("card", Values.of("code", "B")));
                });
        assertEquals(before + 1, signals());
    }

    private int signals() {
        return desk.cell()
                .look()
                .texts("select kind from entente.signal where tenant = " + desk.tenant().number())
                .size();
    }

    @Test
    void losesNothingAndKeepsEachRecordsOrderHoweverWritersInterleave() throws Exception {
        var seed = new Random().nextLong();
        System.out.println("FeedTest seed " + seed);
        for (var round = 0; round < 6; round++) {
            var told = told(seed + round, true);
            assertEquals(List.of(), told.disorder(), "seed " + seed + ", round " + round);
            assertEquals(told.committed(), told.heard(), "seed " + seed + ", round " + round);
            assertEquals(told.inOrder().size(), told.heard().size(), "told twice, seed " + seed);
        }
    }

    /** Without the horizon, a change is lost that was written early and kept late. */
    @Test
    void theSameWritersFindAReaderOutThatDoesNotWaitForThem() throws Exception {
        var lost = 0;
        for (var round = 0; round < 10 && lost == 0; round++) {
            var told = told(round, false);
            var missing = new HashSet<>(told.committed());
            missing.removeAll(told.heard());
            lost += missing.size();
        }
        assertTrue(lost > 0, "nothing was lost: the writers interleave too little");
    }

    /** Rounds in which what follows is seen to be put in order at all. */
    @Test
    void theSameWritersWriteVersionsInTheWrongOrder() throws Exception {
        var inversions = 0;
        for (var round = 0; round < 10 && inversions == 0; round++) {
            inversions += told(round, false).disorder().size();
        }
        assertTrue(inversions > 0, "no version stood before the one that it follows");
    }

    private Interleaving.Told told(long seed, boolean waiting) throws Exception {
        var fresh = Desk.of(ENTITIES);
        try (var interleaving = new Interleaving(fresh, new Random(seed), waiting)) {
            return interleaving.run(160);
        }
    }

    /** The name of a change, for good. */
    record Name(UUID record, long version) {}

    /** Changes that were told before the one that they follow. */
    static List<Name> disorder(List<Name> told) {
        var last = new HashMap<UUID, Long>();
        var disorder = new ArrayList<Name>();
        for (var name : told) {
            var before = last.getOrDefault(name.record(), 0L);
            if (name.version() > before + 1) {
                disorder.add(name);
            }
            last.put(name.record(), Math.max(before, name.version()));
        }
        return disorder;
    }
}
