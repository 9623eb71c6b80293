package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The feed of a tenant, the past of a record, and requests that are sent twice. */
@TestInstance(Lifecycle.PER_CLASS)
class ChangesIT {

    private final House house = House.running();

    /** A backend of PostgreSQL tells what it did at most once a second. */
    private static final long TOLD_AFTER_MS = 1_100;

    private FreshTenant tenant;
    private Visitor admin;

    @BeforeAll
    void begin() {
        tenant = house.freshTenant("changes");
        Tallies.define(tenant);
        admin = tenant.admin();
    }

    private String end() {
        var next = admin.get("/changes?entities=tally").expect(200);
        while (!next.at("/ended").asBoolean()) {
            next = after(next.at("/next").asString());
        }
        return next.at("/next").asString();
    }

    private Answer after(String cursor) {
        return admin.get("/changes?entities=tally&cursor=" + cursor).expect(200);
    }

    private String path(String id) {
        return "/data/tally/" + id;
    }

    @Test
    void tellsWhatChangedSince() {
        var cursor = end();
        var id = admin.create("tally", Map.of("n", 1));
        admin.patch(path(id), 1, Map.of("values", Map.of("n", 2))).expect(200);
        var changes = after(cursor);
        assertEquals(id + ".1", changes.at("/data/0/id").asString());
        assertEquals("create", changes.at("/data/0/op").asString());
        assertEquals("update", changes.at("/data/1/op").asString());
        assertEquals(1, changes.at("/data/1/changes/n/old").asInt());
        assertEquals(2, changes.at("/data/1/changes/n/new").asInt());
        assertEquals("user", changes.at("/data/1/by/entity").asString());
        assertTrue(after(changes.at("/next").asString()).at("/data").isEmpty());
    }

    @Test
    void whatIsNotThereAnyMoreIsGone() {
        var cursor = end();
        var id = admin.create("tally", Map.of("n", 1));
        admin.delete(path(id), 1).expect(204);
        var changes = after(cursor);
        assertEquals("gone", changes.at("/data/0/op").asString());
        assertFalse(changes.at("/data/0").has("changes"));
        assertEquals("delete", changes.at("/data/1/op").asString());
    }

    @Test
    void wakesWhoeverWaits() throws Exception {
        var cursor = end();
        var database = new Database(house);
        var schema = database.schema(tenant.name());
        var looks = settled(database, schema);
        var waiting =
                CompletableFuture.supplyAsync(
                        () -> admin.get("/changes?entities=tally&wait=20&cursor=" + cursor));
        while (database.looks(schema, "change") == looks && !waiting.isDone()) {
            Thread.sleep(50);
        }
        assertFalse(waiting.isDone(), "answered before anything happened");
        var id = admin.create("tally", Map.of("n", 7));
        assertEquals(id, waiting.get().expect(200).at("/data/0/record").asString());
    }

    /** What was looked at before has been told: nobody else looks at this tenant. */
    private static long settled(Database database, String schema) throws Exception {
        var before = -1L;
        var looks = database.looks(schema, "change");
        while (looks != before) {
            Thread.sleep(TOLD_AFTER_MS);
            before = looks;
            looks = database.looks(schema, "change");
        }
        return looks;
    }

    @Test
    void refusesCursorsOfOthersAndEntitiesThatAreNotThere() {
        var cursor = end();
        admin.get("/changes?cursor=" + cursor).refused(400, "cursor_invalid", "/cursor");
        tenant.member("administrator")
                .get("/changes?entities=tally&cursor=" + cursor)
                .refused(400, "cursor_invalid", "/cursor");
        admin.get("/changes?entities=nothing").refused(400, "unknown_name", "/entities");
        admin.get("/changes?wait=100").refused(400, "limit_invalid", "/wait");
    }

    @Test
    void showsARecordAsItWas() {
        var id = admin.create("tally", Map.of("n", 1, "code", "A"));
        var first = admin.get(path(id)).at("/values/updated_at").asString();
        admin.patch(path(id), 1, Map.of("values", Map.of("n", 2))).expect(200);
        var second = admin.get(path(id)).at("/values/updated_at").asString();
        admin.delete(path(id), 2).expect(204);

        var then = admin.get(path(id) + "?as_of=" + first).expect(200);
        assertEquals(1, then.at("/values/n").asInt());
        assertEquals("A", then.at("/values/code").asString());
        assertEquals(1, then.at("/version").asInt());
        var later = admin.get(path(id) + "?fields=n&as_of=" + second).expect(200);
        assertEquals(2, later.at("/values/n").asInt());
        assertFalse(later.at("/values").has("code"));
        admin.get(path(id) + "?as_of=2000-01-01T00:00:00Z").refused(404, "not_found");
        admin.get(path(id) + "?as_of=2100-01-01T00:00:00Z").refused(404, "not_found");
        admin.get(path(id) + "?as_of=yesterday").refused(400, "malformed", "/as_of");
    }

    private Answer once(String key, Map<String, Object> body) {
        return admin.send(Call.of("POST", "/data/tally").header("Idempotency-Key", key).json(body));
    }

    @Test
    void doesOnceWhatIsSentTwice() {
        var key = "once-" + House.unique();
        var body = Map.<String, Object>of("values", Map.of("n", 4711));
        var first = once(key, body).expect(201);
        var second = once(key, body).expect(201);
        assertEquals(first.text(), second.text());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.header("ETag"), second.header("ETag"));
        once(key, Map.of("values", Map.of("n", 1))).refused(422, "key_reused", "/Idempotency-Key");
    }

    @Test
    void keepsNoRefusal() {
        var key = "refused-" + House.unique();
        once(key, Map.of("values", Map.of("n", "many"))).expect(422);
        once(key, Map.of("values", Map.of("n", 1))).expect(201);
    }

    @Test
    void doesOnceWhatIsSentSideBySide() {
        var key = "beside-" + House.unique();
        var body = Map.<String, Object>of("values", Map.of("n", 1));
        var sent =
                List.of(1, 2, 3, 4).stream()
                        .map(_ -> CompletableFuture.supplyAsync(() -> once(key, body)))
                        .toList();
        var ids =
                sent.stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.expect(201).id())
                        .distinct()
                        .toList();
        assertEquals(1, ids.size());
    }

    @Test
    void refusesAKeyWhereItWouldNotBeKept() {
        admin.send(
                        Call.of("POST", "/meta/changesets")
                                .header("Idempotency-Key", "k")
                                .json(Map.of()))
                .refused(400, "unknown_parameter", "/Idempotency-Key");
    }
}
