package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.query.Labelled;
import org.entente.engine.record.StoredRecord;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Address;
import org.entente.spi.Money;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final String ENTITIES =
            """
            entity: place
            name: title
            traits: [spot]
            fields: {title: {type: text, max: 100}}
            ---
            entity: stall
            name: title
            traits: [spot]
            fields: {title: {type: text}}
            ---
            trait: spot
            fields: {}
            ---
            entity: thing
            name: short
            fields:
              short: {type: text, filterable: true}
              long: {type: long_text}
              whole: {type: integer, filterable: true}
              exact: {type: decimal, precision: 38, scale: 10}
              price: {type: money}
              share: {type: percent}
              flag: {type: boolean}
              day: {type: date}
              moment: {type: date_time}
              state: {type: choice, options: {new: {key: koptnew01}, "won": {key: koptwon01}}}
              mail: {type: email}
              phone: {type: phone}
              site: {type: url}
              home: {type: address}
              place: {type: reference, to: place}
              spot: {type: reference, to_trait: spot}
            """;

    private final Desk desk = Desk.of(ENTITIES);

    private Map<String, @Nullable Object> everything(UUID place) {
        return Values.of(
                "short",
                "Élodie \"l'Œil\" \\ {1,NULL} 😀",
                "long",
                "line one\nline two\ttab ' -- ; $1 ?",
                "whole",
                9_007_199_254_740_991L,
                "exact",
                new BigDecimal("-1234567890123456789012345678.0123456789"),
                "price",
                new Money(new BigDecimal("12.50"), "EUR"),
                "share",
                new BigDecimal("0.125"),
                "flag",
                true,
                "day",
                LocalDate.of(1, 1, 1),
                "moment",
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                "state",
                "won",
                "mail",
                "é@exemple.fr",
                "phone",
                "+33123456789",
                "site",
                "https://exemple.fr/?a=b",
                "home",
                new Address("1, rue de l’Été", null, "75001", "Paris", null, "FR"),
                "place",
                new Reference(place, "place"),
                "spot",
                new Reference(place, "place"));
    }

    private static final List<String> FIELDS =
            List.of(
                    "short", "long", "whole", "exact", "price", "share", "flag", "day", "moment",
                    "state", "mail", "phone", "site", "home", "place", "spot");

    @Test
    void keepsAValueOfEveryType() {
        var place = desk.create("place", Values.of("title", "Marché"));
        var values = everything(place);
        var id = desk.create("thing", values);

        var stored = new java.util.LinkedHashMap<>(desk.stored("thing", id).values());
        assertEquals(Cell.AT, stored.remove("created_at"));
        assertEquals(Cell.AT, stored.remove("updated_at"));
        assertEquals(new Reference(Cell.USER, "user"), stored.remove("created_by"));
        assertEquals(new Reference(Cell.USER, "user"), stored.remove("updated_by"));
        assertEquals(values, stored);
    }

    @Test
    void answersAValueOfEveryTypeInAPage() {
        var place = desk.create("place", Values.of("title", "Marché"));
        desk.create("thing", everything(place));

        var row = desk.rows(desk.ask("thing", FIELDS.toArray(String[]::new))).getFirst();

        var expected = new ArrayList<@Nullable Object>(everything(place).values());
        expected.set(FIELDS.indexOf("whole"), new BigDecimal("9007199254740991"));
        var labelled = new Labelled(new Reference(place, "place"), Optional.of("Marché"));
        expected.set(FIELDS.indexOf("place"), labelled);
        expected.set(FIELDS.indexOf("spot"), labelled);
        assertEquals(expected, row);
    }

    @Test
    void keepsNothingOfEveryType() {
        var id = desk.create("thing", Values.of());

        assertEquals(
                Set.of("created_at", "created_by", "updated_at", "updated_by"),
                desk.stored("thing", id).values().keySet());
        for (var value : desk.rows(desk.ask("thing", FIELDS.toArray(String[]::new))).getFirst()) {
            assertNull(value);
        }
    }

    @Test
    void keepsManyRecordsOfDifferentFieldsTogether() {
        var place = desk.create("place", Values.of("title", "Marché"));
        var ids =
                desk.create(
                        "thing",
                        List.of(
                                everything(place),
                                Values.of("short", "NULL"),
                                Values.of(),
                                Values.of("price", new Money(new BigDecimal("1E+3"), "USD"))));

        assertEquals(
                everything(place).get("short"),
                desk.stored("thing", ids.get(0)).values().get("short"));
        assertEquals("NULL", desk.stored("thing", ids.get(1)).values().get("short"));
        assertNull(desk.stored("thing", ids.get(2)).values().get("short"));
        assertEquals(
                new Money(new BigDecimal("1000"), "USD"),
                desk.stored("thing", ids.get(3)).values().get("price"));
    }

    @Test
    void readsNothingFromAnEntityThatNobodyWroteTo() {
        assertEquals(
                List.of(),
                desk.rows(
                        desk.ask("thing", "short", "place", "place.title", "price")
                                .filter("short == \"x\" || place.title == \"y\"")
                                .sort("whole")));
        assertEquals(
                0,
                desk.cell()
                        .look()
                        .number(
                                "select count(*) from pg_tables where schemaname = '%s' and tablename like 'e_%%'"
                                        .formatted(desk.schema())));
    }

    @Test
    void updatesWhatChangedAndTellsIt() {
        var id = desk.create("thing", Values.of("short", "a", "whole", 1L, "state", "new"));
        var record = desk.stored("thing", id);
        var before = Values.of("short", "a", "state", "new");
        var after = Values.of("short", null, "state", "won");

        assertEquals(
                Outcome.done(2L),
                desk.write("thing", t -> t.write(desk.update("thing", record, before, after))));

        var now = desk.stored("thing", id);
        assertEquals(2, now.version());
        assertNull(now.values().get("short"));
        assertEquals("won", now.values().get("state"));
        assertEquals(1L, now.values().get("whole"));
        var told =
                desk.cell()
                        .look()
                        .texts(
                                "select op || ' ' || version || ' ' || values_before || ' ' || values_after from %s.change order by seq"
                                        .formatted(desk.schema()));
        var shortKey = desk.entity("thing").field("short").orElseThrow().key();
        var stateKey = desk.entity("thing").field("state").orElseThrow().key();
        assertEquals(2, told.size());
        assertEquals(
                "UPDATE 2 {\"%1$s\": \"a\", \"%2$s\": \"koptnew01\"} {\"%1$s\": null, \"%2$s\": \"koptwon01\"}"
                        .formatted(shortKey, stateKey),
                told.getLast());
    }

    @Test
    void refusesToWriteOverANewerVersion() {
        var id = desk.create("thing", Values.of("short", "a"));
        var old = desk.stored("thing", id);
        var change = desk.update("thing", old, Values.of("short", "a"), Values.of("short", "b"));
        Desk.done(desk.write("thing", t -> t.write(change)));

        var refused = desk.write("thing", t -> t.write(change));

        assertEquals(Outcome.refused(Problem.of(ProblemCode.STALE)), refused);
        assertEquals(2, desk.stored("thing", id).version());
    }

    @Test
    void hidesADeletedRecordEverywhere() {
        var place = desk.create("place", Values.of("title", "Marché"));
        var thing =
                desk.create(
                        "thing",
                        Values.of(
                                "place", new Reference(place, "place"),
                                "spot", new Reference(place, "place")));
        var record = desk.stored("place", place);

        Desk.done(desk.write("place", t -> t.write(desk.deletion("place", record))));

        assertEquals(List.of(), desk.rows(desk.ask("place", "title")));
        assertEquals(
                Optional.<StoredRecord>empty(),
                Desk.done(
                        desk.write(
                                "place", t -> Outcome.done(t.lock(desk.entity("place"), place)))));
        assertEquals(
                Set.of(),
                Desk.done(
                        desk.write(
                                "place",
                                t -> Outcome.done(t.hold(desk.entity("place"), Set.of(place))))));
        var unlabelled = new Labelled(new Reference(place, "place"), Optional.empty());
        var row = desk.page(desk.ask("thing", "place", "place.title", "spot")).rows().getFirst();
        assertEquals(thing, row.id());
        var expected = new ArrayList<@Nullable Object>();
        expected.add(unlabelled);
        expected.add(null);
        expected.add(unlabelled);
        assertEquals(expected, row.values());
    }

    @Test
    void findsWhatPointsAtARecord() {
        var place = desk.create("place", Values.of("title", "Marché"));
        var other = desk.create("place", Values.of("title", "Foire"));
        var reference = new Reference(place, "place");
        var ids =
                desk.create(
                        "thing",
                        List.of(
                                Values.of("place", reference),
                                Values.of("spot", reference),
                                Values.of("place", new Reference(other, "place"))));
        var thing = desk.entity("thing");

        Desk.done(
                desk.write(
                        "",
                        t -> {
                            assertEquals(
                                    List.of(ids.get(0)),
                                    t.referrers(
                                            thing, thing.field("place").orElseThrow(), place, 9));
                            assertEquals(
                                    List.of(ids.get(1)),
                                    t.referrers(
                                            thing, thing.field("spot").orElseThrow(), place, 9));
                            assertEquals(
                                    Set.of(place, other),
                                    t.hold(
                                            desk.entity("place"),
                                            Set.of(place, other, UUID.randomUUID())));
                            return Outcome.done(true);
                        }));
    }

    @Test
    void leavesNothingOfARefusalAnExceptionOrADryRun() {
        var first = desk.create("thing", Values.of("short", "kept"));
        var change = desk.creation("thing", Values.of("short", "lost"));
        var problem = Problem.of(ProblemCode.RULE_BROKEN);

        desk.write(
                "thing",
                t -> {
                    Desk.done(t.write(change));
                    assertEquals(2, t.page(desk.ask("thing").planned()).rows().size());
                    return Outcome.refused(problem);
                });
        desk.write(Ending.DRY_RUN, "thing", t -> t.write(change));
        try {
            desk.write(
                    "thing",
                    t -> {
                        Desk.done(t.write(change));
                        throw new IllegalStateException("expected");
                    });
        } catch (IllegalStateException expected) {
            assertEquals("expected", expected.getMessage());
        }

        assertEquals(
                List.of(first),
                desk.page(desk.ask("thing")).rows().stream().map(row -> row.id()).toList());
        assertEquals(
                1,
                desk.cell()
                        .look()
                        .number("select count(*) from %s.change".formatted(desk.schema())));
    }

    @Test
    void aStepTakesBackOnlyItself() {
        var kept = desk.creation("thing", Values.of("short", "kept"));
        var lost = desk.creation("thing", Values.of("short", "lost"));
        var last = desk.creation("thing", Values.of("short", "last"));

        Desk.done(
                desk.write(
                        "thing",
                        t -> {
                            Desk.done(t.write(kept));
                            var refused =
                                    t.step(() -> {
                                        Desk.done(t.write(lost));
                                        Desk.done(t.step(() -> t.write(last)));
                                        return Outcome.refused(Problem.of(ProblemCode.RULE_BROKEN));
                                    });
                            assertEquals(
                                    Outcome.refused(Problem.of(ProblemCode.RULE_BROKEN)), refused);
                            Desk.done(t.step(() -> t.write(last)));
                            return Outcome.done(true);
                        }));

        assertEquals(
                List.of(List.of("kept"), List.of("last")),
                desk.rows(desk.ask("thing", "short").sort("short")));
    }

    @Test
    void followsPathsThroughReferencesAndTraits() {
        var place = desk.create("place", Values.of("title", "Marché"));
        var stall = desk.create("stall", Values.of("title", "Étal"));
        desk.create(
                "thing",
                List.of(
                        Values.of("short", "a", "spot", new Reference(stall, "stall")),
                        Values.of(
                                "short", "b",
                                "spot", new Reference(place, "place"),
                                "place", new Reference(place, "place")),
                        Values.of("short", "c")));

        var rows = desk.rows(desk.ask("thing", "spot", "place.title").sort("spot"));

        var expected = new ArrayList<List<@Nullable Object>>();
        expected.add(pair(new Labelled(new Reference(stall, "stall"), Optional.of("Étal")), null));
        expected.add(
                pair(new Labelled(new Reference(place, "place"), Optional.of("Marché")), "Marché"));
        expected.add(pair(null, null));
        assertEquals(expected, rows);
    }

    private static List<@Nullable Object> pair(@Nullable Object one, @Nullable Object other) {
        var pair = new ArrayList<@Nullable Object>();
        pair.add(one);
        pair.add(other);
        return pair;
    }
}
