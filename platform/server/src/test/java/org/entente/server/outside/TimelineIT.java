package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The past of a record, what points at it, and its way back from the recycle bin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class TimelineIT {

    private static final String SOME_ID = "019a0000-0000-7000-8000-000000000000";

    private final House house = House.running();
    private FreshTenant tenant;
    private Visitor admin;

    @BeforeAll
    void furnish() {
        tenant = house.freshTenant("timeline", "xrm");
        admin = tenant.admin();
        Things.edits()
                .put(
                        "roles/caller",
                        """
                        {"label": "Caller", "grants": [
                          {"entity": "person", "can": ["read"]},
                          {"entity": "interaction", "can": ["read"]}]}
                        """)
                .apply(admin);
    }

    private String person(String name) {
        return admin.create("person", Map.of("first_name", "Ada", "last_name", name));
    }

    private static Map<String, Object> reference(String person) {
        return Map.of("entity", "person", "id", person);
    }

    private void change(String person, long version, String field, Object value) {
        admin.patch(path(person), version, Map.of("values", Map.of(field, value))).expect(200);
    }

    private static String path(String person) {
        return "/data/person/" + person;
    }

    private void interaction(String person, String subject, String at) {
        admin.create(
                "interaction",
                Map.of("subject", subject, "kind", "call", "at", at, "with", reference(person)));
    }

    private static List<String> texts(JsonNode items, String pointer) {
        return items.valueStream().map(item -> item.at(pointer).asString("")).toList();
    }

    @Test
    void tellsWhoChangedWhatAndWhen() {
        var person = person("History");
        var firm = admin.create("organization", Map.of("name", "History Ltd"));
        change(person, 1, "last_name", "Lovelace");
        change(person, 2, "organization", firm);
        var history = admin.get(path(person) + "/history").expect(200);
        assertEquals(List.of("update", "update", "create"), texts(history.at("/data"), "/op"));
        assertEquals(3, history.at("/data/0/version").asInt());
        assertTrue(history.at("/data/0/changes/organization/old").isNull());
        assertEquals(
                "History Ltd", history.at("/data/0/changes/organization/new/label").asString());
        assertEquals("History", history.at("/data/1/changes/last_name/old").asString());
        assertEquals("Lovelace", history.at("/data/1/changes/last_name/new").asString());
        var me = admin.get("/me").expect(200);
        assertEquals(me.at("/user/id").asString(), history.at("/data/0/by/id").asString());
        assertFalse(history.at("/data/0/by/label").asString("").isEmpty());
    }

    @Test
    void namesChoicesAndNeverTellsASecret() {
        var id = admin.create("thing", Map.of("code", "TL1", "pin", "hush-hush"));
        admin.patch("/data/thing/" + id, 1, Map.of("values", Map.of("stage", "won", "pin", "more")))
                .expect(200);
        var history = admin.get("/data/thing/" + id + "/history").expect(200);
        assertEquals("open", history.at("/data/0/changes/stage/old").asString());
        assertEquals("won", history.at("/data/0/changes/stage/new").asString());
        assertFalse(history.text().contains("hush"), history::text);
        assertFalse(history.text().contains("pin"), history::text);
    }

    @Test
    void mergesChangesAndActivitiesLatestFirstHoweverItIsCut() {
        var person = person("Timeline");
        interaction(person, "Long ago", "2020-01-01T10:00:00Z");
        admin.create("task", Map.of("subject", "Call back", "about", reference(person)));
        admin.create("note", Map.of("subject", "Likes tea", "about", reference(person)));
        change(person, 1, "last_name", "Later");
        interaction(person, "Still to come", "2090-01-01T10:00:00Z");
        interaction(person("Other"), "Somebody else", "2021-01-01T10:00:00Z");
        var whole = admin.get(path(person) + "/timeline").expect(200).at("/data");
        assertEquals(
                List.of("Still to come", "", "Likes tea", "Call back", "", "Long ago"),
                texts(whole, "/title"));
        assertEquals("call", whole.at("/0/record/values/kind").asString());
        assertEquals("task", whole.at("/3/record/entity").asString());
        assertEquals("change", whole.at("/1/kind").asString());
        assertEquals("Later", whole.at("/1/changes/last_name/new").asString());
        for (var limit = 1; limit < 7; limit++) {
            assertEquals(texts(whole, "/at"), moments(person, limit), "by " + limit);
        }
    }

    private List<String> moments(String person, int limit) {
        var moments = new ArrayList<String>();
        var query = "?limit=" + limit;
        for (var more = ""; ; ) {
            var part = admin.get(path(person) + "/timeline" + query + more).expect(200);
            assertTrue(part.at("/data").size() <= limit);
            moments.addAll(texts(part.at("/data"), "/at"));
            if (part.at("/page/next").isNull()) {
                return moments;
            }
            more = "&cursor=" + part.at("/page/next").asString();
        }
    }

    @Test
    void showsOnlyTheActivitiesThatSomebodyMayRead() {
        var person = person("Rights");
        interaction(person, "A call", "2026-01-01T10:00:00Z");
        admin.create("note", Map.of("subject", "A note", "about", reference(person)));
        var caller = tenant.member("caller");
        var seen = caller.get(path(person) + "/timeline").expect(200).at("/data");
        assertEquals(List.of("", "A call"), texts(seen, "/title"));
        assertTrue(seen.at("/0/by/label").isMissingNode());
        caller.get(path(person) + "/rel/notes").refused(404, "not_found");
        var lists = caller.get("/meta/entities/person").expect(200).at("/related");
        assertTrue(lists.has("interactions"));
        assertFalse(lists.has("notes"));
    }

    @Test
    void listsAndCountsWhatPointsAtARecord() {
        var person = person("Related");
        interaction(person, "First", "2026-01-01T10:00:00Z");
        interaction(person, "Second", "2026-01-02T10:00:00Z");
        interaction(person("Stranger"), "Third", "2026-01-03T10:00:00Z");
        var list = admin.get("/meta/model").expect(200).at("/entities/person/related/interactions");
        assertEquals("interaction", list.path("entity").asString());
        assertEquals("with", list.path("field").asString());
        assertEquals("Interactions", list.at("/label/en").asString());
        var page =
                admin.get(
                                path(person) + "/rel/interactions",
                                Map.of(
                                        "sort", "-at",
                                        "limit", "1",
                                        "total", "exact",
                                        "fields", "subject"))
                        .expect(200);
        assertEquals(2, page.at("/total/value").asInt());
        assertEquals("Second", page.at("/data/0/values/subject").asString());
        assertFalse(page.at("/page/next").isNull());
        admin.get(path(person) + "/rel/nothing").refused(404, "not_found");
        admin.get(path(SOME_ID) + "/rel/interactions").refused(404, "not_found");
    }

    @Test
    void takesARecordOutOfTheBin() {
        var id = admin.create("thing", Map.of("code", "TL2", "title", "Back again"));
        var thing = "/data/thing/" + id;
        admin.delete(thing, 1).expect(204);
        admin.get(thing + "/history").refused(404, "not_found");
        admin.post(thing + "/actions/restore?dry_run=true").expect(200);
        admin.get(thing).refused(404, "not_found");
        var back = admin.post(thing + "/actions/restore").expect(200);
        assertEquals(3, back.at("/version").asInt());
        assertEquals("Back again", back.at("/values/title").asString());
        var history = admin.get(thing + "/history").expect(200).at("/data");
        assertEquals(List.of("restore", "delete", "create"), texts(history, "/op"));
        admin.post(thing + "/actions/restore").expect(200);
        admin.post(thing + "/actions/nothing").refused(404, "not_found");
        admin.post("/data/thing/" + SOME_ID + "/actions/restore").refused(404, "not_found");
    }

    @Test
    void takesOutOfTheBinWhatWentAlong() {
        var person = person("Cascade");
        var role =
                admin.create("party_role", Map.of("party", reference(person), "role", "customer"));
        admin.delete(path(person), 1).expect(204);
        admin.get("/data/party_role/" + role).refused(404, "not_found");
        admin.post(path(person) + "/actions/restore").expect(200);
        assertEquals(
                person,
                admin.get("/data/party_role/" + role)
                        .expect(200)
                        .at("/values/party/id")
                        .asString());
    }

    @Test
    void leavesInTheBinWhatNoLongerFits() {
        var id = admin.create("thing", Map.of("code", "TL3"));
        admin.delete("/data/thing/" + id, 1).expect(204);
        admin.create("thing", Map.of("code", "TL3"));
        admin.post("/data/thing/" + id + "/actions/restore")
                .refused(409, "not_unique", "/values/code");
        var child = admin.create("thing", Map.of("code", "TL4"));
        var parent = admin.create("thing", Map.of("code", "TL5"));
        var values = Map.of("values", Map.of("parent", parent));
        admin.patch("/data/thing/" + child, 1, values).expect(200);
        admin.delete("/data/thing/" + child, 2).expect(204);
        admin.delete("/data/thing/" + parent, 1).expect(204);
        admin.post("/data/thing/" + child + "/actions/restore")
                .refused(422, "reference_not_found", "/values/parent");
    }

    @Test
    void refusesWhatItWasNotAsked() {
        var person = person("Strict");
        admin.get(path(person) + "/history?limit=0").refused(400, "limit_invalid", "/limit");
        admin.get(path(person) + "/history?sort=at").refused(400, "unknown_parameter", "/sort");
        admin.get(path(person) + "/timeline?cursor=x").refused(400, "cursor_invalid", "/cursor");
    }
}
