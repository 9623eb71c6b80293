package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The served description of the API: well formed, complete, and true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class OpenApiIT {

    /** The routes of the contract that are built. */
    private static final List<String> ROUTES =
            List.of(
                    "GET /data/{entity}",
                    "POST /data/{entity}",
                    "POST /data/{entity}/query",
                    "POST /data/{entity}/aggregate",
                    "POST /data/{entity}/batch",
                    "POST /data/{entity}/form",
                    "GET /data/{entity}/{id}",
                    "PATCH /data/{entity}/{id}",
                    "DELETE /data/{entity}/{id}",
                    "POST /data/{entity}/{id}/actions/restore",
                    "GET /data/{entity}/{id}/history",
                    "GET /data/{entity}/{id}/timeline",
                    "GET /data/{entity}/{id}/rel/{related_list}",
                    "GET /data/{entity}/{id}/files/{field}",
                    "PUT /data/{entity}/{id}/files/{field}",
                    "DELETE /data/{entity}/{id}/files/{field}",
                    "PUT /data/{entity}/by/{field}/{value}",
                    "GET /changes",
                    "GET /meta/model",
                    "GET /meta/entities/{entity}",
                    "GET /meta/schema",
                    "GET /meta/export",
                    "GET /meta/packs",
                    "POST /meta/packs/upgrade",
                    "POST /meta/changesets",
                    "GET /meta/changesets",
                    "GET /meta/changesets/{id}",
                    "POST /meta/changesets/{id}/retry",
                    "GET /meta/versions",
                    "POST /meta/versions/{n}/rollback",
                    "POST /meta/changesets/{id}/plan",
                    "POST /meta/changesets/{id}/apply",
                    "GET /me",
                    "POST /users",
                    "GET /jobs",
                    "POST /jobs",
                    "POST /jobs/sniff",
                    "GET /jobs/{id}",
                    "PUT /jobs/{id}",
                    "PUT /jobs/{id}/parts/{n}",
                    "POST /jobs/{id}/preview",
                    "POST /jobs/{id}/run",
                    "POST /jobs/{id}/cancel",
                    "POST /jobs/{id}/undo",
                    "GET /jobs/{id}/results/{kind}",
                    "GET /openapi.json");

    private final House house = House.running();
    private FreshTenant tenant;
    private Visitor admin;
    private JsonNode document;

    @BeforeAll
    void read() {
        tenant = house.freshTenant("openapi", "xrm");
        admin = tenant.admin();
        Things.edits().apply(admin);
        document = admin.get("/openapi.json").expect(200).json();
    }

    @Test
    void isAnOpenApiDocument() {
        assertTrue(document.path("openapi").asString().startsWith("3.1."));
        assertTrue(!document.at("/info/title").asString().isBlank());
        assertTrue(!document.at("/info/version").asString().isBlank());
        assertEquals("/t/" + tenant.name() + "/api/v1", document.at("/servers/0/url").asString());
        var ids = new ArrayList<String>();
        for (var path : document.path("paths").properties()) {
            assertTrue(path.getKey().startsWith("/"), path.getKey());
            for (var operation : path.getValue().properties()) {
                ids.add(operation.getValue().path("operationId").asString());
                assertWellFormed(
                        path.getKey() + " " + operation.getKey(),
                        path.getKey(),
                        operation.getValue());
            }
        }
        assertEquals(ids.size(), new TreeSet<>(ids).size(), "an operationId is there twice");
    }

    private static void assertWellFormed(String name, String path, JsonNode operation) {
        assertTrue(!operation.path("operationId").asString("").isBlank(), name);
        assertTrue(!operation.path("summary").asString("").isBlank(), name);
        assertTrue(
                operation.path("responses").isObject() && !operation.path("responses").isEmpty(),
                name);
        var declared = new TreeSet<String>();
        for (var parameter : operation.path("parameters")) {
            assertTrue(
                    List.of("path", "query", "header").contains(parameter.path("in").asString()),
                    name);
            assertTrue(parameter.has("schema"), name);
            if (parameter.path("in").asString().equals("path")) {
                assertTrue(parameter.path("required").asBoolean(), name);
                declared.add(parameter.path("name").asString());
            }
        }
        var inPath = new TreeSet<String>();
        java.util.regex.Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .results()
                .forEach(match -> inPath.add(match.group(1)));
        assertEquals(inPath, declared, name);
        for (var response : operation.path("responses").properties()) {
            assertTrue(response.getKey().matches("[1-5][0-9]{2}"), name);
            assertTrue(
                    response.getValue().has("description") || response.getValue().has("$ref"),
                    name);
        }
    }

    @Test
    void pointsOnlyAtWhatItHas() {
        var references = new TreeSet<String>();
        collect(document, references);
        assertTrue(references.size() >= 10, references::toString);
        for (var reference : references) {
            assertTrue(reference.startsWith("#/"), reference);
            assertTrue(!document.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void listsEveryRouteThatAnswers() {
        var listed = Operation.of(document).stream().map(Operation::toString).toList();
        assertTrue(listed.containsAll(ROUTES), () -> "missing: " + left(ROUTES, listed));
        assertEquals(List.of(), left(listed, ROUTES), "routes that the tests do not know");
    }

    private static List<String> left(List<String> all, List<String> known) {
        var left = new ArrayList<>(all);
        left.removeAll(known);
        return left;
    }

    /**
     * A route that is listed is there: without what it needs it says so, and not that it does not
     * exist.
     */
    @Test
    void listsNoRouteThatIsNotThere() {
        var record = admin.create("thing", Map.of("code", "O1"));
        admin.send(Files.put("/data/thing/" + record + "/files/scan", 1, "a.txt", "a")).expect(200);
        var changeSet = new Edits().create(admin);
        var importing =
                Map.of("kind", "import", "entity", "thing", "mapping", Map.of("code", "code"));
        var job = admin.post("/jobs", importing).expect(201).id();
        for (var operation : Operation.of(document)) {
            var id =
                    operation.path().contains("jobs")
                            ? job
                            : operation.path().contains("changesets") ? changeSet : record;
            var path =
                    operation.path(
                            Map.of(
                                    "entity", "thing",
                                    "id", id,
                                    "field", operation.path().contains("/files/") ? "scan" : "code",
                                    "value", "O1",
                                    "related_list", "children",
                                    "n", "1",
                                    "kind", "ok"));
            var answer = admin.send(Call.of(operation.method(), path));
            assertTrue(
                    answer.status() != 404 && answer.status() != 405 && answer.status() < 500,
                    operation + ": " + answer);
        }
    }

    @Test
    void listsTheEntitiesThatTheCallerMayUse() {
        var named =
                new TreeSet<>(
                        texts(document.at("/paths/~1data~1{entity}/get/parameters/0/schema/enum")));
        assertTrue(
                named.containsAll(List.of("thing", "organization", "person", "party_role", "user")),
                named::toString);
        var forReader = tenant.member("reader").get("/openapi.json").expect(200).json();
        var ids = Operation.of(forReader).stream().map(Operation::id).toList();
        assertTrue(ids.contains("listRecords"));
        assertTrue(
                !ids.contains("createRecord")
                        && !ids.contains("addUser")
                        && !ids.contains("createChangeSet"),
                ids::toString);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void describesWhatIsReallyAnswered() {
        var check = new SchemaCheck(document);
        var record =
                admin.post("/data/thing", Map.of("values", Things.values("O2"))).expect(201).json();
        check.fits("Record", record);
        check.fits("values_thing", record.path("values"));
        check.fits("Record", admin.get("/data/thing/" + record.path("id").asString()).json());
        check.fits("Page", admin.get("/data/thing?total=exact").json());
        check.fits("Page", admin.post("/data/thing/query", Map.of("limit", 1)).json());
        for (var page : admin.get("/data/user").json().path("data")) {
            check.fits("values_user", page.path("values"));
        }
        var count = List.of(Map.of("as", "n", "fn", "count"));
        check.fits(
                "Figures", admin.post("/data/thing/aggregate", Map.of("measures", count)).json());
        var values = Map.of("values", Map.of("code", "O4"));
        check.fits("Form", admin.post("/data/thing/form", values).json());
        check.fits("Me", admin.get("/me").json());
        check.fits("Model", admin.get("/meta/model").json());
        check.fits("Entity", admin.get("/meta/entities/thing").json());
        var operation = List.of(Map.of("op", "create", "values", Map.of("code", "O3")));
        check.fits(
                "BatchResults",
                admin.post("/data/thing/batch", Map.of("operations", operation)).json());
    }

    @Test
    void describesRefusalsAndPlans() {
        var check = new SchemaCheck(document);
        check.fits("Problem", admin.get("/data/thing?colour=red").expect(400).json());
        check.fits("Problem", admin.get("/data/nothing").expect(404).json());
        check.fits(
                "Problem",
                admin.post("/data/thing", Map.of("values", Map.of())).expect(422).json());
        var changeSet =
                admin.post(
                        "/meta/changesets",
                        new Edits()
                                .put("entities/more", "{\"fields\": {\"a\": {\"type\": \"text\"}}}")
                                .body());
        check.fits("ChangeSet", changeSet.expect(201).json());
        check.fits(
                "Plan",
                admin.post("/meta/changesets/" + changeSet.id() + "/plan").expect(200).json());
        check.fits(
                "Version",
                admin.post("/meta/changesets/" + changeSet.id() + "/apply").expect(200).json());
    }
}
