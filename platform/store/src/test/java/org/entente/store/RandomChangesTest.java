package org.entente.store;

import static org.entente.store.fixture.Desk.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.metadata.model.Field;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a change set did, going back leaves the model and the data as they were. */
class RandomChangesTest {

    /** More of them are asked for by {@code -Dentente.changes=50}. */
    private static final int ROUNDS = Integer.getInteger("entente.changes", 6);

    private static final List<Map<String, Object>> TYPES =
            List.of(
                    Map.of("type", "text", "max", 30),
                    Map.of("type", "integer"),
                    Map.of("type", "decimal", "precision", 12, "scale", 3),
                    Map.of("type", "date"),
                    Map.of("type", "boolean"),
                    Map.of("type", "date_time"),
                    Map.of("type", "money", "currency", "EUR"),
                    Map.of("type", "choice", "options", Map.of("12", Map.of(), "yes", Map.of())));

    private static final List<Map<String, Object>> LEADING =
            List.of(
                    Map.of("type", "reference", "to", "friend", "related", "things"),
                    Map.of("type", "multi_reference", "to", "friend", "related", "things"));

    private static final String ENTITIES =
            """
            entity: friend
            name: name
            fields: {name: {type: text, unique: true}}
            ---
            entity: thing
            name: code
            fields:
              code: {type: text, required: true}
              one: {type: text}
              two: {type: integer, filterable: true}
              three: {type: decimal, precision: 9, scale: 2}
              four: {type: date}
              five: {type: choice, options: {a: {}, b: {}}}
              six: {type: reference, to: friend, related: things}
              seven: {type: multi_reference, to: friend, related: sevens}
            views: {all: {columns: [code, one]}}
            """;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final RealHouse house = new RealHouse(Cell.fresh());
    private final Caller admin = house.administrator(done(house.begin("random-changes")).tenant());

    @Test
    void goingBackLeavesModelAndDataAsTheyWere() {
        System.out.println("random changes: seed " + seed);
        house.define(admin, ENTITIES);
        var ada = friend("Ada");
        var bob = friend("Bob");
        record("one", "12", "two", 12, "three", "1.50", "four", "2026-05-01", "five", "a");
        record("one", "007", "two", -3, "five", "b", "six", ada, "seven", List.of(bob));
        record("one", "2026-05-01", "three", "12", "seven", List.of(bob, ada));
        record("one", "oui", "four", "1999-12-31");
        record();
        var applied = 0;
        for (var attempt = 0; applied < ROUNDS && attempt < ROUNDS * 20; attempt++) {
            applied += thereAndBack() ? 1 : 0;
        }
        assertTrue(applied >= ROUNDS, "too few change sets could be applied: " + applied);
    }

    private void record(Object... namesAndValues) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("code", "c" + random.nextInt(1_000_000));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        done(house.create(admin, "thing", values));
    }

    private String friend(String name) {
        return done(house.create(admin, "friend", Map.of("name", name))).id().toString();
    }

    private boolean thereAndBack() {
        var version = house.models.of(admin.tenant()).version();
        var model = described();
        var data = data();
        var edits = new ArrayList<Map<String, Object>>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            edits.add(edit());
        }
        var created = house.changeSets.create(admin, Map.of("title", "r", "edits", edits));
        var outcome = created.then(set -> house.changeSets.apply(admin, set.id()));
        if (outcome instanceof Outcome.Refused<Long>) {
            assertEquals(model, described(), () -> "refused but changed: " + edits);
            return false;
        }
        done(house.versions.rollBack(admin, version, Ending.COMMIT));
        assertEquals(model, described(), () -> seed + ": " + edits);
        assertEquals(data, data(), () -> seed + ": " + edits);
        return true;
    }

    private Map<String, Object> described() {
        var described = new LinkedHashMap<>(house.models.describe(admin));
        described.remove("version");
        return described;
    }

    private List<Map<String, @Nullable Object>> data() {
        return done(house.page(admin, "thing", Map.of("sort", "code"))).data().stream()
                .map(RecordView::values)
                .toList();
    }

    private Map<String, Object> edit() {
        var names = List.of("one", "two", "three", "four", "five", "six", "seven");
        var name = names.get(random.nextInt(names.size()));
        var path = "entities/thing/fields/" + name;
        return switch (random.nextInt(6)) {
            case 0 -> Map.of("op", "remove", "path", path);
            case 1 -> Map.of("op", "rename", "path", path, "to", "n" + random.nextInt(1_000));
            case 2 -> put("entities/thing/fields/x" + random.nextInt(1_000), type());
            case 3 -> put(path, flagged(current(path)));
            case 4 ->
                    put(
                            "entities/e" + random.nextInt(1_000),
                            Map.of("name", "t", "fields", Map.of("t", Map.of("type", "text"))));
            default -> {
                var leading = name.equals("six") || name.equals("seven");
                var edit = new LinkedHashMap<>(put(path, leading ? leading() : type()));
                edit.put("on_failure", "empty");
                yield edit;
            }
        };
    }

    private static Map<String, Object> put(String path, Map<String, Object> value) {
        return Map.of("op", "put", "path", path, "value", value);
    }

    private Map<String, Object> type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    private Map<String, Object> leading() {
        return LEADING.get(random.nextInt(LEADING.size()));
    }

    private Map<String, Object> current(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var type =
                house.models
                        .of(admin.tenant())
                        .entity("thing")
                        .orElseThrow()
                        .field(name)
                        .map(Field::type)
                        .orElseThrow()
                        .keyword();
        return TYPES.stream()
                .filter(one -> type.equals(one.get("type")) && !type.equals("choice"))
                .findFirst()
                .orElse(Map.of("type", "text", "max", 30));
    }

    private Map<String, Object> flagged(Map<String, Object> type) {
        var flagged = new LinkedHashMap<>(type);
        flagged.put("filterable", random.nextBoolean());
        flagged.put("unique", !"boolean".equals(type.get("type")) && random.nextInt(4) == 0);
        flagged.put("label", "L" + random.nextInt(1_000));
        return flagged;
    }
}
