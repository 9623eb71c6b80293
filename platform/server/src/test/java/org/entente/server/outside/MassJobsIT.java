package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Jobs that change, delete or write out all records of a filter, and what the model asks for. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class MassJobsIT {

    private static final String CLERK =
            """
            {
              "label": {"fr": "Commis", "en": "Clerk"},
              "grants": [{"entity": "tally", "can": ["read", "create", "update"]}]
            }
            """;

    private final House house = House.running();
    private FreshTenant tenant;
    private Visitor admin;

    @BeforeAll
    void begin() {
        tenant = house.freshTenant("mass");
        Tallies.define(tenant);
        new Edits().put("roles/clerk", CLERK).apply(tenant.admin());
        admin = tenant.admin();
    }

    /** Some records that carry a code of their own. */
    private String tallies(int from, int to) {
        var code = "code-" + House.unique();
        var operations = new ArrayList<Object>();
        IntStream.range(from, to)
                .forEach(n ->
                        operations.add(
                                Map.of("op", "create", "values", Map.of("n", n, "code", code))));
        admin.post("/data/tally/batch", Map.of("operations", operations)).expect(200);
        return code;
    }

    private static Map<String, Object> job(String kind, String filter, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("kind", kind);
        body.put("entity", "tally");
        body.put("filter", filter);
        return body;
    }

    private static Answer done(Visitor visitor, String id) {
        return new WatchedJob(visitor, id).done();
    }

    private static Answer run(Visitor visitor, Map<String, Object> body) {
        var id = visitor.post("/jobs", body).expect(201).id();
        visitor.post("/jobs/" + id + "/run").expect(202);
        return done(visitor, id);
    }

    private long count(String filter) {
        return admin.get("/data/tally", Map.of("filter", filter, "total", "exact", "limit", "1"))
                .expect(200)
                .at("/total/value")
                .asLong();
    }

    @Test
    void changesManyRecordsAndTakesItBack() {
        var code = tallies(0, 450);
        var filter = "code == \"" + code + "\"";
        var job =
                run(admin, job("update", filter + " && n >= 50", Map.of("values", Map.of("n", 7))));
        assertEquals(400, job.at("/rows/ok").asLong());
        assertEquals(0, job.at("/rows/failed").asLong());
        assertEquals(401, count(filter + " && n == 7"));
        var undo = admin.post("/jobs/" + job.id() + "/undo").expect(202).id();
        assertEquals(400, done(admin, undo).at("/rows/ok").asLong());
        assertEquals(1, count(filter + " && n == 7"));
    }

    @Test
    void deletesForWhoMayDelete() {
        var code = tallies(0, 250);
        var filter = "code == \"" + code + "\"";
        tenant.member("clerk")
                .post("/jobs", job("delete", filter, Map.of()))
                .refused(403, "forbidden");
        var job = run(admin, job("delete", filter + " && n < 200", Map.of()));
        assertEquals(200, job.at("/rows/ok").asLong());
        assertEquals(50, count(filter));
        admin.post("/jobs", job("update", filter, Map.of("values", Map.of("created_at", "x"))))
                .refused(422, "read_only", "/values/created_at");
    }

    @Test
    void refusesTheRecordsThatItsMemberMayNoLongerWrite() {
        var code = tallies(0, 10);
        var filter = "code == \"" + code + "\"";
        var role = "role" + House.unique().replaceAll("[^a-z0-9]", "");
        role(role, "\"update\", \"read\"");
        var member = tenant.member(role);
        var id =
                member.post("/jobs", job("update", filter, Map.of("values", Map.of("n", 99))))
                        .expect(201)
                        .id();
        role(role, "\"read\"");
        member.post("/jobs/" + id + "/run").refused(403, "forbidden");
        assertEquals(0, count(filter + " && n == 99"));
    }

    private void role(String name, String can) {
        new Edits()
                .put(
                        "roles/" + name,
                        "{\"label\": \"R\", \"grants\": [{\"entity\": \"tally\", \"can\": [%s]}]}"
                                .formatted(can))
                .apply(admin);
    }

    @Test
    void writesRecordsIntoAFileForWhoAskedForIt() {
        var code = tallies(0, 3);
        var filter = "code == \"" + code + "\"";
        var body = job("export", filter, Map.of("fields", List.of("n"), "sort", List.of("-n")));
        var job = run(admin, body);
        var rows = admin.get("/jobs/" + job.id() + "/results/ok").expect(200).text().lines();
        assertEquals(
                List.of("id,n", "2", "1", "0"),
                rows.map(row -> row.replaceFirst("^[0-9a-f-]{36},", "")).toList());
        var sheet = new HashMap<>(body);
        sheet.put("format", Map.of("type", "xlsx"));
        var book = admin.get("/jobs/" + run(admin, sheet).id() + "/results/ok").expect(200);
        assertTrue(book.header("Content-Type").orElse("").contains("spreadsheetml"));
        assertTrue(book.text().startsWith("PK"));
        var other = tenant.member("administrator");
        other.get("/jobs/" + job.id() + "/results/ok").refused(403, "forbidden");
        var clerk = tenant.member("clerk");
        clerk.get("/jobs/" + job.id()).refused(404, "not_found");
    }

    @Test
    void waitsForItsTimeAndIsCancelledBefore() {
        var code = tallies(0, 2);
        var filter = "code == \"" + code + "\"";
        var soon = Instant.now().plusSeconds(4).toString();
        var late = Instant.now().plusSeconds(3600).toString();
        var first = scheduled(filter, late);
        var second = scheduled(filter + " && n == 1", soon);
        assertEquals(1, done(admin, second).at("/rows/ok").asLong());
        admin.get("/jobs/" + first).expect(200);
        assertTrue(admin.get("/jobs?state=scheduled").expect(200).text().contains(first));
        admin.post("/jobs/" + first + "/cancel").expect(200);
        new WatchedJob(admin, first).until("cancelled");
        assertEquals(1, count(filter));
        admin.post("/jobs", job("delete", filter, Map.of("run_at", "soon")))
                .refused(422, "invalid_value", "/run_at");
    }

    private String scheduled(String filter, String at) {
        var id = admin.post("/jobs", job("delete", filter, Map.of("run_at", at))).expect(201).id();
        var begun = admin.post("/jobs/" + id + "/run").expect(202);
        assertEquals("scheduled", begun.at("/state").asString());
        return id;
    }

    @Test
    void refusesWhatCannotBeAskedFor() {
        admin.post("/jobs", job("contract", "true", Map.of())).refused(501, "not_supported");
        admin.post("/jobs", job("update", "true", Map.of())).refused(422, "required", "/values");
        admin.post("/jobs", job("update", "nothing == 1", Map.of("values", Map.of("n", 1))))
                .refused(400, "unknown_field", "/filter");
        admin.post("/jobs", job("delete", "true", Map.of("rows", 1)))
                .refused(400, "unknown_parameter", "/rows");
    }

    @Test
    void makesWhatTheModelAsksForByAJobThatOneCanSee() throws InterruptedException {
        tallies(0, 20);
        new Edits()
                .put(
                        "entities/tally/fields/size" + House.unique().replaceAll("[^a-z0-9]", ""),
                        "{\"type\": \"integer\", \"filterable\": true}")
                .apply(admin);
        for (var look = 0; look < 300; look++) {
            var jobs = admin.get("/jobs?kind=contract&limit=1").expect(200);
            var job = jobs.at("/data/0");
            if (job.path("state").asString("").equals("done")) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError(admin.get("/jobs?kind=contract").text());
    }
}
