package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.entente.store.fixture.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values of every shape on their way into the database and back. */
class FieldTypesTest {

    private static final Cell CELL = Cell.fresh();

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin(house);

    private static Caller admin(RealHouse house) {
        tenants++;
        return house.administrator(done(house.begin("types-" + tenants)).tenant());
    }

    private RecordView make(String entity, String field, Object value) {
        return done(house.create(admin, entity, Map.of(field, value)));
    }

    private List<Object> found(String entity, String field, String filter) {
        return done(house.page(admin, entity, Map.of("filter", filter))).data().stream()
                .map(record -> record.values().get(field))
                .toList();
    }

    private Outcome<RecordView> updated(
            String entity, Target target, Map<String, @Nullable Object> values) {
        return house.commands
                .update(admin, entity, target, Map.of("values", values), Ending.COMMIT)
                .map(RecordCommands.Saved::record);
    }

    private void defined(String entity, String fields) {
        house.define(admin, "entity: " + entity + "\nfields:\n" + fields.indent(2));
    }

    @Test
    void keepsLengthsOfTime() {
        defined("trip", "length: {type: duration, filterable: true}");
        assertEquals("P1DT12H", make("trip", "length", "PT36H").values().get("length"));
        make("trip", "length", "-PT0.000001S");
        make("trip", "length", "P2W");

        assertEquals(
                List.of("P1DT12H", "P14D"), found("trip", "length", "length > duration(\"P1D\")"));
        assertEquals(
                List.of("-PT0.000001S"), found("trip", "length", "length < duration(\"PT0S\")"));
        assertEquals(
                "duration_of_months",
                problem(house.create(admin, "trip", Map.of("length", "P1M")))
                        .details()
                        .get("reason"));
    }

    @Test
    void keepsSeveralOptionsInDeclaredOrder() {
        defined(
                "shop",
                "tags: {type: multi_choice, filterable: true, options: {red: {}, blue: {}, old: {retired: true}}}");
        assertEquals(
                List.of("red", "blue"),
                make("shop", "tags", List.of("blue", "red")).values().get("tags"));
        make("shop", "tags", List.of());
        make("shop", "tags", List.of("blue"));

        assertEquals(
                List.of(List.of("red", "blue"), List.of("blue")),
                found("shop", "tags", "\"blue\" in tags"));
        assertEquals(List.of(List.of("red", "blue")), found("shop", "tags", "size(tags) > 1"));
        assertEquals(1, found("shop", "tags", "tags == null").size());
        assertEquals(2, found("shop", "tags", "!tags.contains(\"red\")").size());
        var refused = problem(house.create(admin, "shop", Map.of("tags", List.of("red", "old"))));
        assertEquals("/values/tags", refused.at());
        assertEquals("retired_option", refused.details().get("reason"));
    }

    @Test
    void keepsRetiredOptionsWhereTheyAre() {
        defined("deal", "stage: {type: choice, options: {new: {}, won: {}}}");
        var deal = make("deal", "stage", "won");
        house.define(
                admin,
                "entity: deal\nfields: {stage: {type: choice, options: {new: {}, won: {retired: true}}}}");

        assertEquals(List.of("won"), found("deal", "stage", "stage == \"won\""));
        var again = new Target(deal.id(), new IfMatch.Exactly(1));
        assertEquals(
                "won", done(updated("deal", again, Map.of("stage", "won"))).values().get("stage"));
        assertEquals(
                "retired_option",
                problem(house.create(admin, "deal", Map.of("stage", "won")))
                        .details()
                        .get("reason"));
    }

    @Test
    void keepsJsonAsItWasSaid() {
        defined("note", "more: {type: json}");
        var tree = Values.of("b", List.of(1, "x", true), "a", Values.of("n", null));
        var note = make("note", "more", tree);
        assertEquals(
                Values.of("b", List.of(new BigDecimal("1"), "x", true), "a", Values.of("n", null)),
                note.values().get("more"));

        assertEquals(1, found("note", "more", "more != null").size());
        var unchanged =
                done(
                        updated(
                                "note",
                                new Target(note.id(), new IfMatch.Exactly(1)),
                                Map.of("more", tree)));
        assertEquals(1, unchanged.version());
    }

    @Test
    void keepsPlaces() {
        defined("spot", "at: {type: geo, filterable: true}");
        var paris = Map.of("lat", new BigDecimal("48.8566"), "lon", new BigDecimal("2.3522"));
        assertEquals(
                paris,
                make("spot", "at", Map.of("lat", 48.8566, "lon", "2.35220")).values().get("at"));

        assertEquals(List.of(paris), found("spot", "at", "at.lat > 48.0 && at.lon < 3.0"));
        assertEquals(
                "/values/at/lat",
                problem(house.create(admin, "spot", Map.of("at", Map.of("lat", 91, "lon", 0))))
                        .at());
    }

    @Test
    void numbersRecordsForEver() {
        defined(
                "claim",
                "number: {type: auto_number, pattern: \"C-{yyyy}-{0000}\"}\ntitle: {type: text}");
        assertEquals("C-2026-0001", make("claim", "title", "one").values().get("number"));
        var two = make("claim", "title", "two");
        assertEquals("C-2026-0002", two.values().get("number"));

        assertEquals(
                ProblemCode.READ_ONLY,
                problem(house.create(admin, "claim", Map.of("number", "C-1"))).code());
        assertEquals(List.of("two"), found("claim", "title", "number == \"C-2026-0002\""));
        var same = new Target(two.id(), new IfMatch.Exactly(1));
        assertEquals(
                "C-2026-0002",
                done(updated("claim", same, Map.of("title", "new"))).values().get("number"));
    }

    @Test
    void givesNoNumberTwice() throws InterruptedException {
        defined("order", "number: {type: auto_number}\ntitle: {type: text}");
        make("order", "title", "first");
        var numbers = ConcurrentHashMap.<Object>newKeySet();
        var threads =
                IntStream.range(0, 4)
                        .mapToObj(thread ->
                                new Thread(() -> {
                                    for (var i = 0; i < 10; i++) {
                                        var order = make("order", "title", thread + "/" + i);
                                        numbers.add(String.valueOf(order.values().get("number")));
                                    }
                                }))
                        .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        assertEquals(40, numbers.size());
    }

    @Test
    void numbersOnlyWhatIsMadeAfterwards() {
        defined("plan", "title: {type: text}");
        make("plan", "title", "old");
        defined("plan", "title: {type: text}\nnumber: {type: auto_number}");
        make("plan", "title", "new");

        assertEquals(List.of("new"), found("plan", "title", "number == \"000001\""));
        assertEquals(List.of("old"), found("plan", "title", "number == null"));
    }

    @Test
    void tellsAllFieldsThatTogetherAreNotUnique() {
        house.define(
                admin,
                """
                entity: seat
                fields: {hall: {type: text}, row: {type: integer}}
                unique: [[hall, row]]
                """);
        done(house.create(admin, "seat", Map.of("hall", "A", "row", 1)));
        done(house.create(admin, "seat", Map.of("hall", "A", "row", 2)));
        done(house.create(admin, "seat", Map.of("hall", "A")));
        done(house.create(admin, "seat", Map.of("hall", "A")));
        var problem = problem(house.create(admin, "seat", Map.of("hall", "A", "row", 1)));
        assertEquals(ProblemCode.NOT_UNIQUE, problem.code());
        assertEquals(List.of("hall", "row"), problem.details().get("fields"));
    }

    @Test
    void demandsAValueWhenItsConditionHolds() {
        defined(
                "visit",
                """
                stage: {type: choice, options: {planned: {}, done: {}}, default: planned}
                report: {type: text, required: 'stage == "done"'}
                """);
        var visit = done(house.create(admin, "visit", Map.of()));
        var target = new Target(visit.id(), new IfMatch.Any());
        var problem = problem(updated("visit", target, Map.of("stage", "done")));
        assertEquals(ProblemCode.REQUIRED, problem.code());
        assertEquals("/values/report", problem.at());
        done(updated("visit", target, Map.of("stage", "done", "report", "fine")));
    }

    @Test
    void beginsWithWhatDefaultsSay() {
        defined(
                "loan",
                """
                clerk: {type: reference, to: user, default: me}
                starts: {type: date, default: today}
                ends: {type: date, default: "addMonths(starts, 12)"}
                grace: {type: duration, default: 'duration("P14D")'}
                tags: {type: multi_choice, options: {a: {}, b: {}}, default: '["b", "a"]'}
                rate: {type: decimal, precision: 6, scale: 2, default: "1 / 3"}
                title: {type: text, max: 5, default: '"much too long"'}
                """);
        var problem = problem(house.create(admin, "loan", Map.of()));
        assertEquals(ProblemCode.TOO_LONG, problem.code());
        assertEquals("/values/title", problem.at());

        var loan = done(house.create(admin, "loan", Map.of("title", "short"))).values();
        assertEquals("2026-11-25", loan.get("starts"));
        assertEquals("2027-11-25", loan.get("ends"));
        assertEquals("P14D", loan.get("grace"));
        assertEquals(List.of("a", "b"), loan.get("tags"));
        assertEquals("0.33", loan.get("rate"));
        assertEquals(
                "user",
                loan.get("clerk") instanceof Map<?, ?> clerk ? clerk.get("entity") : "none");
    }

    @Test
    void beginsWithValuesThatConsistOfParts() {
        defined(
                "stand",
                """
                title: {type: text}
                price: {type: money, currency: EUR, default: '{"amount": "12.5"}'}
                place: {type: address, default: '{"city": "Lyon", "country": "France"}'}
                spot: {type: geo, default: '{"lat": 45.75, "lon": 4.85}'}
                more: {type: json, default: '[1, {"a": null}]'}
                again: {type: money, default: price}
                """);

        var values = make("stand", "title", "x").values();

        assertEquals(Map.of("amount", "12.50", "currency", "EUR"), values.get("price"));
        assertEquals(values.get("price"), values.get("again"));
        assertEquals(Map.of("city", "Lyon", "country", "FR"), values.get("place"));
        assertEquals(
                Map.of("lat", new BigDecimal("45.75"), "lon", new BigDecimal("4.85")),
                values.get("spot"));
        assertEquals(List.of(new BigDecimal("1"), Values.of("a", null)), plain(values.get("more")));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case List<?> items -> items.stream().map(FieldTypesTest::plain).toList();
            case Number number -> new BigDecimal(number.toString());
            case null -> null;
            case Object other -> other;
        };
    }

    @Test
    void aTraitBringsFieldsAndListsOnTheOtherSide() {
        house.define(
                admin,
                """
                trait: kept
                fields:
                  keeper: {type: multi_reference, to: guard, related: kept_things, on_delete: clear}
                  watched_by: {type: reference, to: guard, on_delete: clear}
                  rank: {type: integer}
                ---
                entity: guard
                fields:
                  name: {type: text}
                  favourite: {type: reference, to_trait: kept, related: fans, on_delete: clear}
                ---
                entity: lamp
                traits: [kept]
                fields: {name: {type: text}, liked: {type: roll_up, over: fans, fn: count}}
                """);
        var guard = make("guard", "name", "Ada").id().toString();
        var lamp = Values.of("name", "L", "keeper", List.of(guard), "rank", 3);
        var kept = done(house.create(admin, "lamp", lamp)).id().toString();
        var likes = Values.of("name", "Bob", "favourite", Map.of("entity", "lamp", "id", kept));
        done(house.create(admin, "guard", likes));

        assertEquals(List.of("L"), found("lamp", "name", "\"" + guard + "\" in keeper"));
        assertEquals(List.of("Ada"), found("guard", "name", "kept_things.exists(k, k.rank == 3)"));
        assertEquals(List.of("Bob"), found("guard", "name", "favourite.rank == 3"));
        assertEquals(List.of("L"), found("lamp", "name", "liked == 1"));
        assertEquals(List.of("L"), found("lamp", "name", "fans.exists(f, f.name == \"Bob\")"));
    }
}
