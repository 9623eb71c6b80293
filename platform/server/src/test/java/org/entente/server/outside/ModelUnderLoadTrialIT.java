package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A million records, eight who read and write them, and somebody who changes the model meanwhile:
 * no call fails and nobody waits long for a lock. How long all took is told, step by step.
 */
@Tag("trial")
class ModelUnderLoadTrialIT {

    private static final int ROWS = Integer.getInteger("entente.trial.rows", 1_000_000);
    private static final int CLIENTS = 8;
    private static final double LONGEST_WAIT_MS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String FIELD = "entities/big/fields/";

    private static final String BIG =
            """
            {"name": "code", "fields": {
              "code": {"type": "text", "max": 20, "required": true, "filterable": true},
              "stage": {"type": "choice", "filterable": true,
                        "options": {"new": {}, "won": {}, "lost": {}, "old": {}}},
              "n": {"type": "integer"},
              "amount": {"type": "decimal", "precision": 12, "scale": 2},
              "day": {"type": "date"},
              "label": {"type": "text", "max": 80},
              "gone": {"type": "text", "max": 80},
              "digits": {"type": "text", "max": 20}}}
            """;

    private final House house = House.running();
    private final FreshTenant tenant = house.freshTenant("bigtrial");
    private final Visitor admin = tenant.admin().waiting(PATIENCE);
    private final Database database = new Database(house);
    private final List<String> held = new ArrayList<>();

    @Test
    void nobodyIsHeldWhileTheModelChanges() throws Exception {
        new Edits().put("entities/big", BIG).apply(admin);
        fill();
        try (var waits = new Waits(database.owner());
                var crowd = new Crowd(tenant.admin(), CLIENTS)) {
            Thread.sleep(5_000);
            tell("nothing yet", crowd, waits);
            var first = version();
            step("add a field", crowd, waits, put("extra", Map.of("type", "text")));
            step(
                    "add a filterable field",
                    crowd,
                    waits,
                    put("quick", Map.of("type", "integer", "filterable", true)));
            step(
                    "make a field filterable",
                    crowd,
                    waits,
                    put("n", Map.of("type", "integer", "filterable", true)));
            step(
                    "rename",
                    crowd,
                    waits,
                    Map.of("op", "rename", "path", FIELD + "label", "to", "title"));
            step("retire an option", crowd, waits, put("stage", retired()));
            step("change a type", crowd, waits, put("digits", Map.of("type", "integer")));
            step("drop", crowd, waits, Map.of("op", "remove", "path", FIELD + "gone"));
            var from = System.nanoTime();
            published(admin.post("/meta/versions/" + first + "/rollback"));
            settled("roll back all of it", from, crowd, waits);
            assertEquals(List.of(), crowd.failures());
        }
        assertEquals(List.of(), held);
        var fields = admin.get("/meta/entities/big").expect(200).at("/fields");
        assertTrue(fields.has("gone") && fields.has("label") && !fields.has("extra"));
        assertEquals("text", fields.at("/digits/type").asString());
    }

    private long version() {
        return admin.get("/meta/model").expect(200).at("/version").asLong();
    }

    private static Map<String, Object> put(String field, Map<String, Object> value) {
        return Map.of("op", "put", "path", FIELD + field, "value", value);
    }

    private Map<String, Object> retired() {
        var options = new LinkedHashMap<String, Object>();
        for (var name : List.of("new", "won", "lost")) {
            options.put(name, Map.of());
        }
        options.put("old", Map.of("retired", true));
        return Map.of("type", "choice", "filterable", true, "options", options);
    }

    private void step(String what, Crowd crowd, Waits waits, Map<String, Object> edit)
            throws InterruptedException {
        var body = Map.of("title", what, "edits", List.of(edit));
        var from = System.nanoTime();
        var id = admin.post("/meta/changesets", body).expect(201).id();
        published(admin.post("/meta/changesets/" + id + "/apply"));
        settled(what, from, crowd, waits);
    }

    /** At once, or by a job that is waited for. */
    private void published(Answer answer) {
        if (answer.status() == 202) {
            var job = new WatchedJob(admin, answer.id("/job"));
            var first = job.look();
            System.out.println("TRIAL big: by a job: " + first.at("/rows"));
            job.until(PATIENCE, "done", one -> one.at("/state").asString().equals("done"));
        } else {
            answer.expect(200);
        }
    }

    /** Waits until nothing of the entity is in the making, and tells what was seen of it. */
    private void settled(String what, long from, Crowd crowd, Waits waits)
            throws InterruptedException {
        var answered = (System.nanoTime() - from) / 1_000_000;
        var states = new LinkedHashSet<String>();
        var building = states(states);
        while (building) {
            Thread.sleep(100);
            building = states(states);
        }
        System.out.printf(
                "TRIAL big: %s: answered in %d ms, all done after %d ms, seen %s%n",
                what, answered, (System.nanoTime() - from) / 1_000_000, states);
        Thread.sleep(3_000);
        tell(what, crowd, waits);
    }

    private boolean states(Set<String> seen) {
        var fields = admin.get("/meta/model").expect(200).at("/entities/big/fields");
        var building = false;
        for (var field : fields.propertyStream().toList()) {
            var state = field.getValue().path("state").asString("");
            if (!state.isEmpty()) {
                seen.add(field.getKey() + " " + state + progress(field.getValue()));
                building |= state.equals("building");
            }
        }
        return building;
    }

    private static String progress(JsonNode field) {
        return field.has("done") ? " " + field.path("done") : "";
    }

    private void tell(String what, Crowd crowd, Waits waits) {
        System.out.println("TRIAL big: beside " + what + ": " + crowd.told());
        var seen = waits.taken();
        seen.stream()
                .max(java.util.Comparator.comparingDouble(Waits.Wait::ms))
                .ifPresent(longest ->
                        System.out.printf(
                                "TRIAL big: beside %s: %d looks found somebody waiting, the longest"
                                        + " %.0f ms (%s)%n",
                                what, seen.size(), longest.ms(), longest.what()));
        seen.stream()
                .filter(wait -> wait.ms() > LONGEST_WAIT_MS)
                .forEach(wait -> held.add(what + ": " + wait));
    }

    /** By SQL, since a million creates would take most of an hour; nothing is told of them. */
    private void fill() throws SQLException {
        var id = admin.create("big", Map.of("code", "first", "stage", "won"));
        var schema = database.schema(tenant.name());
        var model = admin.get("/meta/entities/big").expect(200);
        try (var connection = database.owner();
                var statement = connection.createStatement()) {
            var names = Physical.of(connection, schema, model.at("/key").asString());
            var won = model.at("/fields/stage/options/won/key").asString();
            var values = new LinkedHashMap<String, String>();
            values.put("code", "'c' || i");
            values.put("stage", "'" + won + "'");
            values.put("n", "i");
            values.put("amount", "i / 100.0");
            values.put("day", "date '2026-01-01' + i % 300");
            values.put("label", "'label ' || i");
            values.put("gone", "'gone ' || i");
            values.put("digits", "i::text");
            var columns = new ArrayList<String>();
            values.keySet()
                    .forEach(name ->
                            columns.add(
                                    names.get(model.at("/fields/" + name + "/key").asString())));
            var table = schema + "." + names.get("");
            statement.execute(
                    ("insert into %s (id, version, created_at, created_by, updated_at, updated_by, %s)"
                                    + " select uuidv7(), 1, created_at, created_by, updated_at,"
                                    + " updated_by, %s from %s, generate_series(1, %d) i where id = '%s'")
                            .formatted(
                                    table,
                                    String.join(", ", columns),
                                    String.join(", ", values.values()),
                                    table,
                                    ROWS,
                                    id));
            statement.execute("analyze " + table);
        }
    }
}
