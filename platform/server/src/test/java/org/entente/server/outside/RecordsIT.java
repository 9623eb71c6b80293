package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** One record's life: made, read, changed, deleted; every type of field as it travels. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RecordsIT {

    private static final String THINGS = "/data/thing";

    private final House house = House.running();
    private FreshTenant tenant;
    private Visitor admin;

    @BeforeAll
    void furnish() {
        tenant = house.freshTenant("records", "xrm");
        admin = tenant.admin();
        Things.edits().apply(admin);
    }

    private static Map<String, Object> values(Map<String, ?> values) {
        return Map.of("values", values);
    }

    private static String code() {
        return "R" + House.unique();
    }

    @Test
    void answersEveryTypeOfValueAsItTravels() {
        var answer = admin.post(THINGS, values(Things.values(code()))).expect(201);
        var values = answer.at("/values");
        assertEquals("First line\nSecond line", values.path("story").asString());
        assertTrue(values.path("pieces").isIntegralNumber());
        assertEquals(12, values.path("pieces").asInt());
        assertText("3.1416", values.path("rate"));
        assertEquals(
                Json.read("{\"amount\": \"19.90\", \"currency\": \"USD\"}"), values.path("price"));
        assertEquals(
                Json.read("{\"amount\": \"5.00\", \"currency\": \"EUR\"}"), values.path("deposit"));
        assertText("0.125", values.path("share"));
        assertTrue(values.path("done").isBoolean() && values.path("done").asBoolean());
        assertText("2026-05-01", values.path("due"));
        assertText("2026-05-01T12:30:00.123456Z", values.path("seen_at"));
        assertText("won", values.path("stage"));
        assertText("ada.lovelace@example.org", values.path("email"));
        assertText("+33142685300", values.path("phone"));
        assertText("https://example.org/a?b=c", values.path("site"));
        assertEquals("FR", values.at("/place/country").asString());
        assertEquals("75002", values.at("/place/postal_code").asString());
    }

    private static void assertText(String expected, JsonNode value) {
        assertTrue(value.isString(), () -> "no text: " + value);
        assertEquals(expected, value.asString());
    }

    @Test
    void saysWhereARecordIsAndWhichVersionItHas() {
        var code = code();
        var answer = admin.post(THINGS, values(Map.of("code", code, "title", "Named"))).expect(201);
        var path = "/t/" + tenant.name() + "/api/v1" + THINGS + "/" + answer.id();
        assertTrue(answer.header("Location").orElse("none").endsWith(path));
        assertEquals("\"1\"", answer.header("ETag").orElse("none"));
        assertEquals("thing", answer.at("/entity").asString());
        assertEquals(1, answer.at("/version").asInt());
        assertEquals("private, no-store", answer.header("Cache-Control").orElse("none"));
        assertEquals(
                "application/json", answer.header("Content-Type").orElse("none").split(";", 2)[0]);
        var read = admin.get(THINGS + "/" + answer.id()).expect(200);
        assertEquals(answer.json(), read.json());
        assertEquals("\"1\"", read.header("ETag").orElse("none"));
    }

    @Test
    void tellsWhoMadeARecordAndWhen() {
        var values = admin.post(THINGS, values(Map.of("code", code()))).expect(201).at("/values");
        var me = admin.get("/me").expect(200).at("/user/id").asString();
        for (var who : List.of("owner", "created_by", "updated_by")) {
            assertEquals(me, values.path(who).path("id").asString(), who);
            assertEquals("user", values.path(who).path("entity").asString());
            assertFalse(values.path(who).path("label").asString("").isBlank());
        }
        assertTrue(values.path("created_at").asString().matches("20..-..-..T.*Z"));
        assertEquals(values.path("created_at"), values.path("updated_at"));
    }

    @Test
    void neverAnswersASecret() {
        var id = admin.post(THINGS, values(Things.values(code()))).expect(201).id();
        assertFalse(admin.get(THINGS + "/" + id).text().contains("hush"));
        assertTrue(admin.get(THINGS + "/" + id).at("/values/pin").isMissingNode());
        admin.get(THINGS + "?fields=pin").refused(400, "unknown_field", "/fields");
        admin.get(THINGS, Map.of("filter", "pin == \"hush-hush\""))
                .refused(400, "unknown_field", "/filter");
    }

    @Test
    void fillsInDefaults() {
        var values = admin.post(THINGS, values(Map.of("code", code()))).expect(201).at("/values");
        assertFalse(values.path("done").asBoolean(true));
        assertEquals("open", values.path("stage").asString());
    }

    @Test
    void answersNullForWhatAFieldDoesNotHave() {
        var values =
                admin.post(THINGS, values(Map.of("code", code(), "title", "")))
                        .expect(201)
                        .at("/values");
        for (var field : List.of("title", "pieces", "price", "due", "place", "parent", "party")) {
            assertTrue(values.path(field).isNull(), field);
        }
    }

    @Test
    void chooseFieldsAndPaths() {
        var parentCode = code();
        var parent = admin.create("thing", Map.of("code", parentCode));
        var child = admin.create("thing", Map.of("code", code(), "parent", parent));
        var values =
                admin.get(THINGS + "/" + child + "?fields=pieces,parent.code")
                        .expect(200)
                        .at("/values");
        assertEquals(Set.of("pieces", "parent.code"), new TreeSet<>(values.propertyNames()));
        assertEquals(parentCode, values.path("parent.code").asString());
    }

    @Test
    void takesReferencesInEveryForm() {
        var parentCode = code();
        var parent = admin.create("thing", Map.of("code", parentCode, "title", "Parent"));
        var forms =
                List.of(
                        parent,
                        Map.of("id", parent),
                        Map.of("entity", "thing", "id", parent),
                        Map.of("by", Map.of("code", parentCode)));
        for (var form : forms) {
            var child =
                    admin.post(THINGS, values(Map.of("code", code(), "parent", form))).expect(201);
            assertEquals(
                    Json.read(
                            "{\"id\": \""
                                    + parent
                                    + "\", \"entity\": \"thing\", \"label\": \"Parent\"}"),
                    child.at("/values/parent"));
        }
    }

    @Test
    void pointsByATraitToAnyEntityThatHasIt() {
        var company = admin.create("organization", Map.of("name", "Initech"));
        var person = admin.create("person", Map.of("first_name", "Ada", "last_name", "Lovelace"));
        var first = party("organization", company);
        assertEquals("Initech", first.at("/values/party/label").asString());
        assertEquals("organization", first.at("/values/party/entity").asString());
        var second = party("person", person);
        assertEquals("Ada Lovelace", second.at("/values/party/label").asString());
        var filter = "party == params.p";
        var found =
                admin.post(
                        THINGS + "/query", Map.of("filter", filter, "params", Map.of("p", person)));
        assertEquals(1, found.expect(200).at("/data").size());
    }

    private Answer party(String entity, String id) {
        var party = Map.of("entity", entity, "id", id);
        return admin.post(THINGS, values(Map.of("code", code(), "party", party))).expect(201);
    }

    @Test
    void changesOnlyWhatIsSaid() {
        var code = code();
        var before = admin.post(THINGS, values(Things.values(code))).expect(201);
        var changes = new HashMap<String, Object>();
        changes.put("title", "Changed");
        changes.put("due", null);
        changes.put("place", Map.of("city", "Lyon"));
        var after = admin.patch(THINGS + "/" + before.id(), 1, values(changes)).expect(200);
        assertEquals(2, after.at("/version").asInt());
        assertEquals("\"2\"", after.header("ETag").orElse("none"));
        assertEquals("Changed", after.at("/values/title").asString());
        assertTrue(after.at("/values/due").isNull());
        assertEquals("Lyon", after.at("/values/place/city").asString());
        assertTrue(
                after.at("/values/place/street").isMissingNode(), "an address is replaced whole");
        for (var field :
                List.of(
                        "code",
                        "story",
                        "pieces",
                        "rate",
                        "price",
                        "seen_at",
                        "email",
                        "created_at")) {
            assertEquals(before.at("/values/" + field), after.at("/values/" + field), field);
        }
        assertEquals(after.json(), admin.get(THINGS + "/" + before.id()).json());
    }

    @Test
    void takesAMergePatchAndAnyVersion() {
        var id = admin.create("thing", Map.of("code", code()));
        var call = Call.of("PATCH", THINGS + "/" + id).header("If-Match", "*");
        var patch =
                java.net.http.HttpRequest.BodyPublishers.ofString("{\"values\": {\"pieces\": 7}}");
        var answer = admin.send(call.body("application/merge-patch+json", patch)).expect(200);
        assertEquals(7, answer.at("/values/pieces").asInt());
    }

    @Test
    void refusesWhatWasChangedInTheMeantimeAndShowsIt() {
        var id = admin.create("thing", Map.of("code", code(), "title", "One", "pieces", 1));
        admin.patch(THINGS + "/" + id, 1, values(Map.of("title", "Two"))).expect(200);
        var stale =
                admin.patch(THINGS + "/" + id, 1, values(Map.of("title", "Three", "pieces", 1)));
        stale.refused(412, "stale");
        assertEquals(Json.read("[\"title\"]"), stale.at("/differing"));
        assertEquals(2, stale.at("/current/version").asInt());
        assertEquals("Two", stale.at("/current/values/title").asString());
        admin.patch(THINGS + "/" + id, 2, values(Map.of("title", "Three"))).expect(200);
    }

    @Test
    void upsertsByAUniqueField() {
        var code = code();
        var path = THINGS + "/by/code/" + code;
        var made = admin.put(path, values(Map.of("pieces", 1))).expect(201);
        assertEquals(code, made.at("/values/code").asString());
        assertTrue(made.header("Location").orElse("none").endsWith(made.id()));
        var changed = admin.put(path, values(Map.of("pieces", 2))).expect(200);
        assertEquals(made.id(), changed.id());
        assertEquals(2, changed.at("/version").asInt());
        assertEquals(2, changed.at("/values/pieces").asInt());
    }

    @Test
    void rehearses() {
        var code = code();
        var path = THINGS + "?dry_run=true";
        assertEquals(
                code,
                admin.post(path, values(Map.of("code", code)))
                        .expect(201)
                        .at("/values/code")
                        .asString());
        assertEquals(0, found(code));
        var id = admin.create("thing", Map.of("code", code));
        var patched =
                admin.patch(THINGS + "/" + id + "?dry_run=true", 1, values(Map.of("title", "No")));
        assertEquals("No", patched.expect(200).at("/values/title").asString());
        admin.delete(THINGS + "/" + id + "?dry_run=true", 1).expect(204);
        var kept = admin.get(THINGS + "/" + id).expect(200);
        assertEquals(1, kept.at("/version").asInt());
        assertTrue(kept.at("/values/title").isNull());
    }

    private int found(String code) {
        var filter = Map.of("filter", "code == \"" + code + "\"");
        return admin.get(THINGS, filter).expect(200).at("/data").size();
    }

    @Test
    void deletesARecordAndFreesItsUniqueValue() {
        var code = code();
        var id = admin.create("thing", Map.of("code", code));
        admin.delete(THINGS + "/" + id, 2).refused(412, "stale");
        admin.delete(THINGS + "/" + id, 1).expect(204);
        admin.get(THINGS + "/" + id).refused(404, "not_found");
        admin.delete(THINGS + "/" + id, 2).refused(404, "not_found");
        assertEquals(0, found(code));
        assertNotEquals(id, admin.create("thing", Map.of("code", code)));
    }

    @Test
    void doesNotDeleteWhatIsStillReferredTo() {
        var parent = admin.create("thing", Map.of("code", code()));
        var child = admin.create("thing", Map.of("code", code(), "parent", parent));
        admin.delete(THINGS + "/" + parent, 1).refused(409, "referenced");
        admin.get(THINGS + "/" + parent).expect(200);
        admin.delete(THINGS + "/" + child, 1).expect(204);
        admin.delete(THINGS + "/" + parent, 1).expect(204);
        var gone = values(Map.of("code", code(), "parent", parent));
        admin.post(THINGS, gone).refused(422, "reference_not_found", "/values/parent");
    }

    @Test
    void clearsReferencesThatAreToBeCleared() {
        var company = admin.create("organization", Map.of("name", "Gone Ltd"));
        var thing = admin.create("thing", Map.of("code", code(), "company", company));
        admin.delete("/data/organization/" + company, 1).expect(204);
        var left = admin.get(THINGS + "/" + thing).expect(200);
        assertTrue(left.at("/values/company").isNull());
        assertEquals(2, left.at("/version").asInt());
    }

    @Test
    void writesManyAtOnce() {
        var first = code();
        var id = admin.create("thing", Map.of("code", first, "pieces", 1));
        var gone = admin.create("thing", Map.of("code", code()));
        var operations = new ArrayList<Map<String, Object>>();
        operations.add(Map.of("op", "create", "values", Map.of("code", code())));
        operations.add(
                Map.of("op", "update", "id", id, "version", 1, "values", Map.of("pieces", 2)));
        operations.add(
                Map.of("op", "upsert", "by", Map.of("code", first), "values", Map.of("pieces", 3)));
        operations.add(
                Map.of(
                        "op",
                        "upsert",
                        "by",
                        Map.of("code", code()),
                        "values",
                        Map.of("pieces", 4)));
        operations.add(Map.of("op", "delete", "id", gone, "version", 1));
        var results =
                admin.post(THINGS + "/batch", Map.of("operations", operations))
                        .expect(200)
                        .at("/results");
        var statuses = results.valueStream().map(result -> result.path("status").asInt()).toList();
        assertEquals(List.of(201, 200, 200, 201, 204), statuses);
        assertEquals(3, results.at("/2/version").asInt());
        assertEquals(id, results.at("/2/id").asString());
        assertEquals(3, admin.get(THINGS + "/" + id).at("/values/pieces").asInt());
        admin.get(THINGS + "/" + gone).refused(404, "not_found");
    }

    @Test
    void keepsLargeAndSmallNumbersExact() {
        var largest = (1L << 53) - 1;
        var exact =
                Map.of(
                        "code",
                        code(),
                        "pieces",
                        largest,
                        "rate",
                        "-12345678.9999",
                        "share",
                        "0.00000000000000000001");
        var values = admin.post(THINGS, values(exact)).expect(201).at("/values");
        assertEquals(largest, values.path("pieces").asLong());
        assertText("-12345678.9999", values.path("rate"));
        assertText("0.00000000000000000001", values.path("share"));
    }

    @Test
    void readsAnInstantOfAnyOffsetAndTextOfAnyComposition() {
        var given =
                Map.of(
                        "code",
                        code(),
                        "seen_at",
                        "2026-03-29T03:00:00+02:00",
                        "title",
                        "Ame\u0301lie");
        var values = admin.post(THINGS, values(given)).expect(201).at("/values");
        assertText("2026-03-29T01:00:00Z", values.path("seen_at"));
        assertText("Am\u00e9lie", values.path("title"));
    }
}
