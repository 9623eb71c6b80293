package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Records that cannot be written: each refusal says what is wrong and where, and nothing is half
 * done.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BadInputIT {

    private static final String THINGS = "/data/thing";

    private final House house = House.running();
    private Visitor admin;
    private String thing;
    private String untouched;

    @BeforeAll
    void furnish() {
        admin = house.freshTenant("bad-input", "xrm").admin();
        Things.edits().apply(admin);
        thing = admin.create("thing", Map.of("code", "GOOD", "title", "Good", "pieces", 1));
        untouched = admin.get(THINGS + "?total=exact").expect(200).text();
    }

    /** Whatever a test has sent, everything is as it was. */
    @AfterEach
    void nothingIsHalfDone() {
        assertEquals(untouched, admin.get(THINGS + "?total=exact").expect(200).text());
    }

    private static Map<String, Object> values(String field, Object value) {
        return Map.of("values", Map.of("code", "NEW", field, value));
    }

    @TestFactory
    Stream<DynamicTest> refusesValuesThatDoNotFitTheirField() {
        return BadValue.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> refuses(one)));
    }

    private void refuses(BadValue bad) {
        var pointer = "/values/" + bad.field() + bad.below();
        var status = bad.code().equals("unknown_field") ? 400 : 422;
        admin.post(THINGS, values(bad.field(), bad.value())).refused(status, bad.code(), pointer);
        admin.patch(THINGS + "/" + thing, 1, Map.of("values", Map.of(bad.field(), bad.value())))
                .refused(status, bad.code(), pointer);
        nothingIsHalfDone();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var values =
                new HashMap<String, Object>(
                        Map.of("pieces", "many", "due", "soon", "stage", "maybe"));
        var answer = admin.post(THINGS, Map.of("values", values)).expect(422);
        for (var field : values.keySet()) {
            assertTrue(!answer.error("/values/" + field).path("message").asString().isBlank());
        }
    }

    @Test
    void refusesWhatIsMissingAndWhatIsThereAlready() {
        admin.post(THINGS, Map.of("values", Map.of("title", "No code")))
                .refused(422, "required", "/values/code");
        admin.post(THINGS, Map.of()).refused(422, "required", "/values");
        admin.post(THINGS, Map.of("values", List.of())).refused(422, "wrong_type", "/values");
        admin.post(THINGS, Map.of("values", Map.of(), "more", 1))
                .refused(400, "unknown_parameter", "/more");
        admin.post(THINGS, Map.of("values", Map.of("code", "GOOD")))
                .refused(409, "not_unique", "/values/code");
        var cleared = new HashMap<String, Object>();
        cleared.put("code", null);
        admin.patch(THINGS + "/" + thing, 1, Map.of("values", cleared))
                .refused(422, "required", "/values/code");
    }

    @Test
    void wantsToKnowWhichVersionIsMeant() {
        var path = THINGS + "/" + thing;
        var body = "{\"values\": {\"title\": \"Changed\"}}";
        admin.send(Call.of("PATCH", path).json(body)).refused(428, "precondition_required");
        admin.send(Call.of("DELETE", path)).refused(428, "precondition_required");
        for (var odd : List.of("1", "W/\"1\"", "\"one\"", "\"1\", \"2\"", "\"\"")) {
            admin.send(Call.of("PATCH", path).header("If-Match", odd).json(body))
                    .refused(400, "malformed");
        }
        var stale = admin.patch(path, 7, Map.of("values", Map.of("title", "Changed", "pieces", 1)));
        stale.refused(412, "stale");
        assertEquals(1, stale.at("/current/version").asInt());
        assertEquals("Good", stale.at("/current/values/title").asString());
        assertEquals(Json.read("[\"title\"]"), stale.at("/differing"));
        admin.delete(path, 7).refused(412, "stale");
    }

    @Test
    void takesBackAWholeBatchForOneRefusal() {
        var operations =
                List.of(
                        Map.of("op", "create", "values", Map.of("code", "B1")),
                        Map.of(
                                "op",
                                "update",
                                "id",
                                thing,
                                "version",
                                1,
                                "values",
                                Map.of("title", "Changed")),
                        Map.of("op", "create", "values", Map.of("code", "B2", "pieces", "many")),
                        Map.of("op", "create", "values", Map.of("code", "B3")));
        admin.post(THINGS + "/batch", Map.of("operations", operations))
                .refused(422, "wrong_type", "/operations/2/values/pieces");
        var twice =
                List.of(
                        Map.of("op", "create", "values", Map.of("code", "B1")),
                        Map.of("op", "create", "values", Map.of("code", "GOOD")));
        var answer = admin.post(THINGS + "/batch", Map.of("operations", twice));
        answer.refused(422, "not_unique", "/operations/1/values/code");
        var gone = Map.of("op", "delete", "id", java.util.UUID.randomUUID().toString());
        admin.post(THINGS + "/batch", Map.of("operations", List.of(operations.getFirst(), gone)))
                .refused(422, "not_found");
        var stale =
                Map.of(
                        "op",
                        "update",
                        "id",
                        thing,
                        "version",
                        9,
                        "values",
                        Map.of("title", "Changed"));
        admin.post(THINGS + "/batch", Map.of("operations", List.of(operations.getFirst(), stale)))
                .refused(422, "stale");
    }

    @Test
    void writesTheRestOfABatchThatNeedNotBeWhole() {
        var operations =
                List.of(
                        Map.of("op", "create", "values", Map.of("code", "N1")),
                        Map.of("op", "create", "values", Map.of("code", "GOOD")),
                        Map.of("op", "create", "values", Map.of("code", "N2", "pieces", "many")),
                        Map.of("op", "delete", "id", java.util.UUID.randomUUID().toString()),
                        Map.of("op", "create", "values", Map.of("code", "N3")));
        var results =
                admin.post(THINGS + "/batch", Map.of("atomic", false, "operations", operations))
                        .expect(200)
                        .at("/results");
        var statuses = results.valueStream().map(result -> result.path("status").asInt()).toList();
        assertEquals(List.of(201, 409, 422, 404, 201), statuses);
        assertEquals("not_unique", results.at("/1/problem/code").asString());
        assertEquals("/values/pieces", results.at("/2/problem/errors/0/pointer").asString());
        for (var written : List.of(0, 4)) {
            admin.delete(THINGS + "/" + results.path(written).path("id").asString(), 1).expect(204);
        }
    }

    @Test
    void refusesBatchesThatAreNone() {
        var path = THINGS + "/batch";
        var create = Map.of("op", "create", "values", Map.of("code", "X"));
        var many = IntStream.range(0, 1_001).mapToObj(i -> create).toList();
        admin.post(path, Map.of("operations", many)).refused(400, "too_many", "/operations");
        admin.post(path, Map.of()).refused(422, "required", "/operations");
        admin.post(path, Map.of("operations", "all")).refused(422, "wrong_type", "/operations");
        admin.post(path, Map.of("operations", List.of(Map.of("op", "explode"))))
                .refused(422, "unknown_option", "/operations/0/op");
        admin.post(path, Map.of("operations", List.of(Map.of("op", "update"))))
                .refused(422, "required", "/operations/0/id");
        admin.post(path, Map.of("operations", List.of(create), "atomic", "perhaps"))
                .refused(422, "wrong_type", "/atomic");
        assertEquals(
                0,
                admin.post(path, Map.of("operations", List.of()))
                        .expect(200)
                        .at("/results")
                        .size());
    }

    @Test
    void doesNotKnowIdsThatAreNone() {
        for (var id :
                List.of("1", "abc", "00000000000000000000000000000000", thing + "0", "null")) {
            admin.get(THINGS + "/" + id).refused(404, "not_found");
            admin.patch(THINGS + "/" + id, 1, values("title", "x")).refused(404, "not_found");
        }
        admin.get("/data/no_such_entity").refused(404, "not_found");
        admin.get("/data/Thing").refused(404, "not_found");
        admin.get("/no/such/route").refused(404, "not_found");
        admin.put(THINGS + "/by/title/Good", Map.of("values", Map.of()))
                .refused(400, "unknown_field", "/by/title");
    }

    @Test
    void saysWhereJsonBreaks() {
        var broken =
                admin.post(THINGS, "{\n  \"values\": {\"code\": \"X\",}\n}")
                        .refused(400, "malformed");
        assertEquals(2, broken.at("/errors/0/params/line").asInt());
        assertTrue(broken.at("/errors/0/params/column").asInt() > 20);
        for (var odd :
                List.of(
                        "",
                        "nothing",
                        "{\"values\": {}",
                        "{} {}",
                        "{\"values\": {\"a\": NaN}}",
                        "[".repeat(5_000))) {
            admin.post(THINGS, odd).refused(400, "malformed");
        }
        admin.post(THINGS, "{\"values\": {\"code\": \"X\", \"code\": \"Y\"}}")
                .refused(400, "malformed");
        admin.post(THINGS, "{\"values\": {\"code\": \"\\ud800\"}}").refused(400, "malformed");
        admin.post(THINGS, "[1]").refused(422, "wrong_type");
        var latin = "{\"values\": {\"code\": \"\u00e9\"}}".getBytes(StandardCharsets.ISO_8859_1);
        admin.send(
                        Call.of("POST", THINGS)
                                .body("application/json", BodyPublishers.ofByteArray(latin)))
                .refused(400, "malformed");
    }

    @Test
    void takesOnlyTheTypesAndMethodsThatItSays() {
        var body = BodyPublishers.ofString("code=X");
        admin.send(Call.of("POST", THINGS).body("text/plain", body))
                .refused(415, "unsupported_media_type");
        admin.send(Call.of("POST", THINGS).body("application/x-www-form-urlencoded", body))
                .refused(415, "unsupported_media_type");
        admin.send(Call.of("POST", THINGS).body("application/xml", body))
                .refused(415, "unsupported_media_type");
        admin.send(Call.of("PUT", THINGS).json("{}")).refused(405, "method_not_allowed");
        admin.send(Call.of("DELETE", THINGS)).refused(405, "method_not_allowed");
        admin.send(Call.of("TRACE", THINGS)).refused(405, "method_not_allowed");
        admin.send(Call.of("GET", THINGS).header("Accept", "application/xml"))
                .refused(406, "not_acceptable");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        var large = "{\"values\": {\"code\": \"X\", \"story\": \"" + "x".repeat(1_200_000) + "\"}}";
        admin.post(THINGS, large).refused(413, "too_large");
        var batch = "{\"operations\": [\"" + "x".repeat(10_100_000) + "\"]}";
        admin.post(THINGS + "/batch", batch).refused(413, "too_large");
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        for (var call : refusedCalls()) {
            var french = admin.send(call.header("Accept-Language", "fr-CA, en;q=0.5"));
            var english = admin.send(call.header("Accept-Language", "en"));
            assertEquals(english.status(), french.status());
            assertEquals(english.at("/code"), french.at("/code"));
            assertNotEquals(english.at("/title"), french.at("/title"), english::text);
            assertNotEquals(english.at("/detail"), french.at("/detail"), english::text);
        }
    }

    private List<Call> refusedCalls() {
        return List.of(
                Call.of("GET", "/data/nothing"),
                Call.of("GET", THINGS + "?colour=red"),
                Call.of("GET", THINGS + "?filter=nothing"),
                Call.of("GET", THINGS + "?filter=pieces+%3D%3D"),
                Call.of("POST", THINGS).json("{"),
                Call.of("POST", THINGS).json(values("due", "soon")),
                Call.of("POST", THINGS).json(values("stage", "maybe")),
                Call.of("DELETE", THINGS + "/" + thing),
                Call.of("DELETE", THINGS + "/" + thing).header("If-Match", "\"9\""),
                Call.of("PUT", THINGS).json("{}"));
    }
}
