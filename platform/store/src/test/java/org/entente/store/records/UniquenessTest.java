package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.engine.record.Change;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.Values;
import org.junit.jupiter.api.Test;

class UniquenessTest {

    private static final String ENTITIES =
            """
            entity: card
            name: code
            unique: [[series, number]]
            fields:
              code: {type: text, unique: true}
              essay: {type: text, max: 5000, unique: true}
              series: {type: text}
              number: {type: integer}
              rate: {type: decimal, unique: true}
            """;

    private final Desk desk = Desk.of(ENTITIES);

    private static Outcome<Long> notUnique(String at, String... fields) {
        return Outcome.refused(
                Problem.of(ProblemCode.NOT_UNIQUE, at, Map.of("fields", List.of(fields))));
    }

    @Test
    void refusesASecondLiveRecordOfOneValue() {
        desk.create("card", Values.of("code", "A", "essay", "x".repeat(5000)));

        assertEquals(
                notUnique("/values/code", "code"),
                desk.write("card", t -> t.write(desk.creation("card", Values.of("code", "A")))));
        assertEquals(
                notUnique("/values/essay", "essay"),
                desk.write(
                        "card",
                        t -> t.write(desk.creation("card", Values.of("essay", "x".repeat(5000))))));
    }

    @Test
    void takesTheSameNumberForTheSameWhateverItsScale() {
        desk.create("card", Values.of("rate", new BigDecimal("1.0")));

        assertEquals(
                notUnique("/values/rate", "rate"),
                desk.write(
                        "card",
                        t ->
                                t.write(
                                        desk.creation(
                                                "card", Values.of("rate", new BigDecimal("1"))))));
    }

    @Test
    void refusesASecondRecordOfOneGroupButNotOfItsParts() {
        desk.create("card", Values.of("series", "S", "number", 1L));
        desk.create("card", Values.of("series", "S", "number", 2L));
        desk.create("card", Values.of("series", "S"));
        desk.create("card", Values.of("series", "S"));

        assertEquals(
                notUnique("/values/series", "series", "number"),
                desk.write(
                        "card",
                        t ->
                                t.write(
                                        desk.creation(
                                                "card", Values.of("series", "S", "number", 1L)))));
    }

    @Test
    void letsAValueBeUsedAgainAfterADeletion() {
        var id = desk.create("card", Values.of("code", "A"));
        var record = desk.stored("card", id);
        Desk.done(desk.write("card", t -> t.write(desk.deletion("card", record))));

        desk.create("card", Values.of("code", "A"));
    }

    @Test
    void goesOnAfterARefusalAndCommitsTheRest() {
        desk.create("card", Values.of("code", "A"));

        Desk.done(
                desk.write(
                        "card",
                        t -> {
                            Desk.done(t.write(desk.creation("card", Values.of("code", "B"))));
                            assertEquals(
                                    notUnique("/values/code", "code"),
                                    t.write(desk.creation("card", Values.of("code", "A"))));
                            return t.write(desk.creation("card", Values.of("code", "C")));
                        }));

        assertEquals(
                List.of(List.of("A"), List.of("B"), List.of("C")),
                desk.rows(desk.ask("card", "code").sort("code")));
        assertEquals(
                3,
                desk.cell()
                        .look()
                        .number("select count(*) from %s.change".formatted(desk.schema())));
    }

    @Test
    void pointsAtTheGuiltyOfAThousandAndWritesNone() {
        desk.create("card", Values.of("code", "700"));
        var changes =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> desk.creation("card", Values.of("code", "" + i)))
                        .toList();

        var refused = desk.write("card", t -> t.writeAll(changes));

        assertEquals(notUnique("/operations/700/values/code", "code"), refused);
        assertEquals(1, desk.rows(desk.ask("card", "code")).size());
    }

    @Test
    void passesAValueOnFromOneRecordToAnother() {
        var ids = desk.create("card", List.of(Values.of("code", "A"), Values.of("code", "B")));
        var one = desk.stored("card", ids.get(0));
        var other = desk.stored("card", ids.get(1));
        var changes =
                List.of(
                        desk.update("card", one, Values.of("code", "A"), Values.of("code", "C")),
                        desk.update("card", other, Values.of("code", "B"), Values.of("code", "A")));

        assertEquals(Outcome.done(2L), desk.write("card", t -> t.writeAll(changes)));

        assertEquals(
                List.of(List.of("A"), List.of("C")),
                desk.rows(desk.ask("card", "code").sort("code")));
    }

    @Test
    void writesOneRecordTwiceInAList() {
        var change = desk.creation("card", Values.of("code", "A"));
        var changes = new ArrayList<Change>();
        changes.add(change);
        var first = new org.entente.engine.record.StoredRecord(change.id(), 1, Map.of());
        var second = new org.entente.engine.record.StoredRecord(change.id(), 2, Map.of());
        changes.add(desk.update("card", first, Values.of("code", "A"), Values.of("code", "B")));
        changes.add(desk.update("card", second, Values.of("code", "B"), Values.of("code", "C")));
        changes.add(desk.creation("card", UUID.randomUUID(), Values.of("code", "A")));

        assertEquals(Outcome.done(4L), desk.write("card", t -> t.writeAll(changes)));

        assertEquals(
                List.of(List.of("A"), List.of("C")),
                desk.rows(desk.ask("card", "code").sort("code")));
        assertEquals(3, desk.stored("card", change.id()).version());
    }
}
