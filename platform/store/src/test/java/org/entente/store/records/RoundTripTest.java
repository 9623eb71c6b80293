package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.engine.query.PlannedChanges;
import org.entente.engine.query.PlannedChanges.Order;
import org.entente.engine.query.PlannedQuery.Total;
import org.entente.engine.record.OnceKey;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Outcome;
import org.entente.store.fixture.Ask;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.CountingLine;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.OneConnection;
import org.entente.store.fixture.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class RoundTripTest {

    private static final String ENTITIES =
            """
            entity: card
            name: code
            fields:
              code: {type: text, filterable: true}
              next: {type: reference, to: card}
            """;

    private final Desk direct = Desk.of(ENTITIES);
    private final CountingLine line =
            new CountingLine(
                    ((PGSimpleDataSource) direct.cell().databases().app()).getPortNumbers()[0]);
    private Desk desk = direct;

    @BeforeEach
    void talkOverTheLine() {
        direct.create("card", List.of(Values.of("code", "A"), Values.of("code", "B")));
        desk =
                new Desk(
                        direct.cell().node(overLine(), overLine()),
                        direct.tenant(),
                        direct.model());
        desk.page(desk.ask("card"));
        desk.write("card", t -> Outcome.done(true));
        line.trips();
    }

    @AfterEach
    void hangUp() throws Exception {
        line.close();
    }

    private OneConnection overLine() {
        var source = Cell.source(direct.cell().database(), "entente_app");
        source.setPortNumbers(new int[] {line.port()});
        return new OneConnection(source);
    }

    @Test
    void readsAPageInOneRoundTrip() {
        desk.page(
                desk.ask("card", "code", "next", "next.code")
                        .filter("code == \"A\" || next.code == \"B\"")
                        .sort("-code")
                        .total(Total.EXACT));

        assertEquals(1, line.trips());
    }

    @Test
    void readsInOneRoundTripAlsoWhatTheConnectionKnowsByHeart() {
        for (var i = 0; i < 10; i++) {
            desk.page(desk.ask("card", "code", "next").filter("code == \"A\"").sort("-code"));
            assertEquals(1, line.trips());
        }
    }

    @Test
    void readsWhatWasToldAndAPageBesideItInOneRoundTripToo() {
        var card = desk.page(desk.ask("card").limit(1)).rows().getFirst().id();
        line.trips();
        var entity = desk.entity("card");
        var planned =
                new PlannedChanges(
                        entity,
                        card,
                        Order.VERSION,
                        Optional.empty(),
                        10,
                        desk.entity("user"),
                        Optional.empty(),
                        Ask.evaluation(desk.model()));
        var told =
                Desk.fresh(
                        desk.cell()
                                .reads()
                                .read(
                                        desk.tenant(),
                                        desk.model(),
                                        planned,
                                        List.of(desk.ask("card", "code").planned())));

        assertEquals(1, line.trips());
        assertEquals(1, told.changes().size());
        assertEquals(2, told.beside().getFirst().rows().size());
    }

    @Test
    void writesInOneAndCommitsInOne() {
        Desk.done(desk.write("card", t -> t.write(desk.creation("card", Values.of("code", "C")))));

        assertEquals(2, line.trips());
    }

    @Test
    void makesARecordReadsItAndCommitsInOneRoundTrip() {
        for (var i = 0; i < 10; i++) {
            var creation = desk.creation("card", Values.of("code", "C" + i));
            var seen =
                    Desk.done(
                            desk.write(
                                    "card",
                                    t ->
                                            t.last(
                                                    creation,
                                                    desk.ask("card", "code", "next").planned())));

            assertEquals(3 + i, seen.rows().size());
            assertEquals(1, line.trips());
        }
        assertEquals(12, desk.rows(desk.ask("card")).size());
    }

    @Test
    void changesARecordReadsItAndCommitsInTwo() {
        var id = desk.page(desk.ask("card").limit(1)).rows().getFirst().id();
        line.trips();
        for (var i = 0; i < 10; i++) {
            var code = Values.of("code", "D" + i);
            Desk.done(
                    desk.write(
                            "card",
                            t -> {
                                var stored = t.lock(desk.entity("card"), id).orElseThrow();
                                var update = desk.update("card", stored, Values.of(), code);
                                return t.last(update, desk.ask("card", "code").planned());
                            }));

            assertEquals(2, line.trips());
        }
        assertEquals("D9", desk.stored("card", id).values().get("code"));
    }

    @Test
    void endsNothingWhereSomethingIsStillToCome() {
        var creation = desk.creation("card", Values.of("code", "C"));
        var key = new OnceKey(Cell.USER, "key", "digest");
        var ending = new Ending.Once(key, String::valueOf);

        Desk.done(desk.write(ending, "card", t -> t.last(creation, desk.ask("card").planned())));
        assertEquals(2, line.trips());
        desk.write(
                Ending.DRY_RUN,
                "card",
                t ->
                        t.last(
                                desk.creation("card", Values.of("code", "D")),
                                desk.ask("card").planned()));
        assertEquals(3, desk.rows(desk.ask("card")).size());
    }

    @Test
    void writesAThousandInOneRoundTrip() {
        var changes =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> desk.creation("card", Values.of("code", "" + i)))
                        .toList();

        Desk.done(desk.write("card", t -> t.writeAll(changes)));

        var trips = line.trips();
        assertTrue(trips <= 3, () -> trips + " trips");
    }
}
