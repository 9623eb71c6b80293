package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Questions that cannot be answered: expressions, parameters, cursors, addresses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BadQuestionsIT {

    private static final String THINGS = "/data/thing";

    private final House house = House.running();
    private FreshTenant tenant;
    private Visitor admin;

    @BeforeAll
    void furnish() {
        tenant = house.freshTenant("bad-query", "xrm");
        admin = tenant.admin();
        Things.edits().apply(admin);
        for (var code : List.of("Q1", "Q2", "Q3")) {
            admin.create("thing", Map.of("code", code));
        }
    }

    /** Filters, the code of their refusal, and the column of the place, from 1. */
    @TestFactory
    Stream<DynamicTest> saysWhereAnExpressionIsWrong() {
        return Stream.of(
                        wrong("peices > 1", "unknown_field", 1),
                        wrong("pieces > 1 && colour == \"red\"", "unknown_field", 15),
                        wrong("parent.colour == \"red\"", "unknown_field", 8),
                        wrong("pieces >", "syntax_error", 9),
                        wrong("pieces = 1", "syntax_error", 8),
                        wrong("(pieces == 1", "syntax_error", 13),
                        wrong("title > 3", "type_error", 7),
                        wrong("pieces == \"one\"", "type_error", 11),
                        wrong("stage == \"maybe\"", "type_error", 10),
                        wrong("due > \"soon\"", "type_error", 7),
                        wrong("pieces", "type_error", 1),
                        wrong("nonsense(title)", "unknown_function", 1),
                        wrong("title.matches(\"a\")", "unknown_function", 7),
                        wrong("\"multi\\nline\" == title &&\n  pieces == true", "type_error", 10))
                .map(one -> DynamicTest.dynamicTest(one.filter(), () -> refuses(one)));
    }

    private record Wrong(String filter, String code, int column) {}

    private static Wrong wrong(String filter, String code, int column) {
        return new Wrong(filter, code, column);
    }

    private void refuses(Wrong wrong) {
        for (var answer :
                List.of(
                        admin.get(THINGS, Map.of("filter", wrong.filter())),
                        admin.post(THINGS + "/query", Map.of("filter", wrong.filter())),
                        admin.post(
                                THINGS + "/aggregate",
                                Map.of(
                                        "filter",
                                        wrong.filter(),
                                        "measures",
                                        List.of(Map.of("as", "n", "fn", "count")))))) {
            answer.refused(400, wrong.code(), "/filter");
            var params = answer.error("/filter").path("params");
            assertEquals(wrong.column(), params.path("column").asInt(-1), answer::text);
            assertEquals(
                    wrong.filter().contains("\n") ? 2 : 1,
                    params.path("line").asInt(-1),
                    answer::text);
            assertTrue(params.path("position").asInt(-1) >= 0, answer::text);
        }
    }

    @Test
    void refusesExpressionsThatAreTooLarge() {
        var bomb = "(".repeat(2_000) + "true" + ")".repeat(2_000);
        assertTrue(
                admin.post(THINGS + "/query", Map.of("filter", bomb)).expect(400).errors().size()
                        >= 1);
        var chain = "pieces == 1 || ".repeat(3_000) + "true";
        assertTrue(
                admin.post(THINGS + "/query", Map.of("filter", chain)).expect(400).errors().size()
                        >= 1);
        var negations = "!".repeat(5_000) + "true";
        assertTrue(
                admin.post(THINGS + "/query", Map.of("filter", negations))
                                .expect(400)
                                .errors()
                                .size()
                        >= 1);
    }

    @Test
    void refusesParametersThatItDoesNotKnow() {
        admin.get(THINGS + "?colour=red").refused(400, "unknown_parameter", "/colour");
        admin.get(THINGS + "?Filter=true").refused(400, "unknown_parameter", "/Filter");
        admin.get("/me?verbose=1").refused(400, "unknown_parameter", "/verbose");
        admin.post(THINGS + "/query", Map.of("filters", "true"))
                .refused(400, "unknown_parameter", "/filters");
        admin.get(THINGS + "?filter=code+%3D%3D+params.x").refused(422, "required", "/params/x");
        admin.post(
                        THINGS + "/query",
                        Map.of("filter", "due == params.x", "params", Map.of("x", "soon")))
                .expect(422)
                .error("/params/x");
    }

    @Test
    void refusesLimitsSortsAndFieldsThatAreNone() {
        for (var limit : List.of("0", "1001", "-1", "ten", "999999999999")) {
            assertEquals(true, admin.get(THINGS + "?limit=" + limit).status() / 100 == 4, limit);
        }
        admin.get(THINGS + "?limit=1001").refused(400, "limit_invalid", "/limit");
        admin.get(THINGS + "?limit=1&limit=2").refused(400, "too_many", "/limit");
        admin.get(THINGS + "?fields=code,colour").refused(400, "unknown_field", "/fields");
        admin.get(THINGS + "?sort=-colour").refused(400, "unknown_field", "/sort");
        admin.get(THINGS + "?fields=parent.colour").refused(400, "unknown_field", "/fields");
        admin.get(THINGS + "?total=maybe").refused(422, "unknown_option", "/total");
        var sum = Map.of("measures", List.of(Map.of("as", "s", "fn", "sum", "of", "title")));
        admin.post(THINGS + "/aggregate", sum).refused(400, "type_error", "/measures/0/of");
        admin.post(THINGS + "/aggregate", Map.of()).refused(422, "required", "/measures");
    }

    @Test
    void takesNoCursorButItsOwn() {
        var question = Map.of("sort", "code", "limit", "1", "filter", "code != \"X\"");
        var cursor = admin.get(THINGS, question).expect(200).at("/page/next").asString();
        admin.get(THINGS, with(question, "cursor", cursor)).expect(200);
        refusesCursor(admin, with(with(question, "cursor", cursor), "filter", "code != \"Y\""));
        refusesCursor(admin, with(with(question, "cursor", cursor), "sort", "-code"));
        refusesCursor(tenant.member("reader"), with(question, "cursor", cursor));
        for (var i : List.of(0, 5, 21, 22, 30, cursor.length() - 1)) {
            refusesCursor(admin, with(question, "cursor", changed(cursor, i)));
        }
        for (var odd :
                List.of("", "AAAA", "%%%", cursor + "A", cursor.substring(4), "null", "\u00e9")) {
            refusesCursor(admin, with(question, "cursor", odd));
        }
        var elsewhere = Map.of("sort", "name", "limit", "1", "cursor", cursor);
        admin.get("/data/organization", elsewhere).refused(400, "cursor_invalid", "/cursor");
    }

    private static void refusesCursor(Visitor visitor, Map<String, String> question) {
        visitor.get(THINGS, question).refused(400, "cursor_invalid", "/cursor");
    }

    private static Map<String, String> with(
            Map<String, String> question, String name, String value) {
        var changed = new LinkedHashMap<>(question);
        changed.put(name, value);
        return changed;
    }

    private static String changed(String text, int index) {
        var other = text.charAt(index) == 'A' ? 'Q' : 'A';
        return text.substring(0, index) + other + text.substring(index + 1);
    }

    /** A path that the container and the routes could read in two ways leads nowhere at all. */
    @TestFactory
    Stream<DynamicTest> refusesOddPaths() {
        var other = house.freshTenant("bad-other", "xrm").name();
        var here = "/t/" + tenant.name() + "/api/v1";
        var there = "/t/" + other + "/api/v1/data/user";
        return Stream.of(
                        here + "/data/../../../../" + other + "/api/v1/data/user",
                        here + "/data/%2e%2e/%2e%2e/%2e%2e/%2e%2e/" + other + "/api/v1/data/user",
                        here + "/data/%2E./user",
                        here + "/data/.%2e/user",
                        here + "/./data/user",
                        here + "/data//user",
                        "/" + here + "/data/user",
                        here + "/data/user;a=b",
                        here + ";x/data/user",
                        "/t;" + other + "/" + tenant.name() + "/api/v1/data/user",
                        here + "/data%2fuser",
                        here + "/data%2Fuser",
                        here + "/data/user%00",
                        here + "/data/user%3b",
                        here + "/data/%5c../user",
                        here + "/data/user%252e",
                        here + "/..;" + there,
                        here + "/data/user/..")
                .map(path -> DynamicTest.dynamicTest(path, () -> refusesPath(path)));
    }

    private void refusesPath(String path) {
        var answer = house.visitor(tenant.administrator()).get(path);
        assertTrue(answer.status() == 400 || answer.status() == 404, answer::toString);
        assertFalse(answer.text().contains("\"data\""), answer::text);
    }

    @Test
    void isTheSameTenantWhateverTheHostIsCalled() {
        var answer =
                admin.send(
                        Call.of("GET", "/me")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("X-Original-URL", "/t/other/api/v1/me"));
        assertEquals(tenant.name(), answer.expect(200).at("/tenant/name").asString());
    }

    @Test
    void tellsNothingApartOfAnUnreadableFieldAndAnUnknownOne() {
        var secret = admin.get(THINGS, Map.of("filter", "pin == \"1\""));
        var unknown = admin.get(THINGS, Map.of("filter", "pon == \"1\""));
        assertEquals(withoutOptions(unknown).replace("pon", "pin"), withoutOptions(secret));
        assertFalse(unknown.text().contains("pin"), "the nearest names include the secret one");
    }

    private static String withoutOptions(Answer answer) {
        return answer.text().replaceAll("\"options\":\\[[^]]*]", "");
    }
}
