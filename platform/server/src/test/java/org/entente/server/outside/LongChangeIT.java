package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A change of the model whose values are too many to be waited for is published by a job. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LongChangeIT {

    private static final int MANY = 12_000;
    private static final int PORTION = 1_000;
    private static final String CHANGE_SETS = "/meta/changesets/";
    private static final String SIZE = "entities/parcel/fields/size";

    private static final String PARCEL =
            """
            {"name": "code", "fields": {
              "code": {"type": "text", "max": 20, "required": true, "filterable": true},
              "size": {"type": "text", "max": 20}}}
            """;

    private final House house = House.running();
    private FreshTenant tenant;
    private Visitor admin;
    private String first;
    private long before;

    @BeforeAll
    void begin() {
        tenant = house.freshTenant("longchange");
        admin = tenant.admin();
        before = new Edits().put("entities/parcel", PARCEL).apply(admin);
        first = admin.create("parcel", Map.of("code", "first", "size", "007"));
        for (var from = 0; from < MANY; from += PORTION) {
            var operations =
                    IntStream.range(from, from + PORTION).mapToObj(LongChangeIT::creation).toList();
            admin.post("/data/parcel/batch", Map.of("operations", operations)).expect(200);
        }
    }

    private static Map<String, Object> creation(int n) {
        return Map.of("op", "create", "values", Map.of("code", "C" + n, "size", "00" + n));
    }

    @Test
    void publishesByAJobThatTellsHowFarItIs() {
        var set = new Edits().put(SIZE, "{\"type\": \"integer\"}").create(admin);
        var accepted = admin.post(CHANGE_SETS + set + "/apply").expect(202);
        var job = job(accepted);
        assertEquals(job.id(), admin.post(CHANGE_SETS + set + "/apply").expect(202).id("/job"));

        var late = watched(set, job);
        assertEquals(MANY + 2, job.look().at("/rows/total").asLong());

        var told = admin.get(CHANGE_SETS + set).expect(200);
        assertEquals("applied", told.at("/state").asString());
        assertEquals(before + 1, told.at("/version").asLong());
        assertEquals(7, size(first).asInt());
        assertEquals(9_815, size(late).asInt());
        assertEquals(1, count("size == 11999"));
        assertEquals(0, count("size == null"));
        assertEquals(
                before + 1,
                admin.post(CHANGE_SETS + set + "/apply").expect(200).at("/version").asLong());
        isTakenBackByAJobToo(late);
    }

    /** What is seen of the change while its job is at work; a record that is made meanwhile. */
    private String watched(String set, WatchedJob job) {
        var late = new ArrayList<String>();
        var parts = new ArrayList<Double>();
        var done =
                job.until(
                        Duration.ofMinutes(4),
                        "done",
                        look -> {
                            if (look.at("/state").asString().equals("done")) {
                                return true;
                            }
                            if (late.isEmpty()) {
                                late.add(stillOld());
                            }
                            var told = admin.get(CHANGE_SETS + set).expect(200);
                            if (told.at("/state").asString().equals("applying")) {
                                assertEquals(job.id(), told.at("/job").asString());
                                parts.add(
                                        told.json()
                                                .path("work")
                                                .path(SIZE)
                                                .path("done")
                                                .asDouble());
                            }
                            return false;
                        });
        assertFalse(late.isEmpty(), () -> "done before anybody looked: " + done.text());
        assertFalse(parts.isEmpty(), "nobody was told that it is being applied");
        assertEquals(parts.stream().sorted().toList(), parts);
        return late.getFirst();
    }

    /** The model is what it was, for who reads and for who writes. */
    private String stillOld() {
        assertEquals(before, admin.get("/meta/model").expect(200).at("/version").asLong());
        assertEquals("007", size(first).asString());
        assertEquals(1, count("size == \"007\" && code == \"first\""));
        return admin.create("parcel", Map.of("code", "late", "size", "09815"));
    }

    private void isTakenBackByAJobToo(String late) {
        var back = job(admin.post("/meta/versions/" + before + "/rollback").expect(202));
        back.done();
        assertEquals(before + 2, admin.get("/meta/model").expect(200).at("/version").asLong());
        assertEquals("007", size(first).asString());
        assertEquals("09815", size(late).asString());
        assertEquals(1, count("size == \"0011999\""));
    }

    private WatchedJob job(Answer accepted) {
        var id = accepted.id("/job");
        var link = "/t/" + tenant.name() + "/api/v1/jobs/" + id;
        assertEquals(link, accepted.at("/links/job").asString());
        assertTrue(accepted.header("Location").orElse("none").endsWith(link), accepted::toString);
        return new WatchedJob(admin, id);
    }

    private JsonNode size(String id) {
        return admin.get("/data/parcel/" + id).expect(200).at("/values/size");
    }

    private long count(String filter) {
        var query = new HashMap<>(Map.of("filter", filter, "total", "exact", "limit", "1"));
        return admin.get("/data/parcel", query).expect(200).at("/total/value").asLong();
    }

    @Test
    void leavesTheModelAloneWhereAValueDoesNotFit() {
        var text = "entities/parcel/fields/code";
        var set = new Edits().put(text, "{\"type\": \"integer\"}").create(admin);
        var plan = admin.post(CHANGE_SETS + set + "/plan").expect(200);
        assertEquals(
                List.of("values_unfit"),
                plan.at("/problems")
                        .valueStream()
                        .map(one -> one.path("code").asString())
                        .toList());
        var version = admin.get("/meta/model").expect(200).at("/version");
        var job =
                new WatchedJob(
                        admin, admin.post(CHANGE_SETS + set + "/apply").expect(202).id("/job"));
        var ended = job.until("interrupted");
        assertFalse(ended.at("/problem").asString().isBlank());
        assertEquals(version, admin.get("/meta/model").expect(200).at("/version"));
        assertEquals("draft", admin.get(CHANGE_SETS + set).expect(200).at("/state").asString());
    }
}
