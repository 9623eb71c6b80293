package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Files of the world become records, or are told row by row why not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ImportIT {

    private static final String TEXT = "{\"type\": \"long_text\", \"label\": \"%s\"}";

    private final House house = House.running();
    private FreshTenant tenant;

    @BeforeAll
    void makeATenant() {
        tenant = house.freshTenant("import", "xrm");
    }

    @BeforeEach
    void needTheSamples() {
        assumeTrue(
                Files.isDirectory(Imported.samples()),
                () -> "no sample files in " + Imported.samples());
    }

    private static byte[] sample(String file) {
        return Imported.bytes(Imported.samples().resolve(file));
    }

    /** An entity with a field for each column, labelled so; text unless it is said otherwise. */
    private void define(String entity, String header, String cut, Map<String, String> types) {
        var fields = new StringBuilder();
        var columns = List.of(header.split(cut, -1));
        for (var i = 0; i < columns.size(); i++) {
            var name = columns.get(i).replace("\"", "").strip();
            var definition = types.getOrDefault(name, TEXT).formatted(name);
            fields.append(i == 0 ? "" : ", ").append("\"c%d\": %s".formatted(i, definition));
        }
        new Edits()
                .put(
                        "entities/" + entity,
                        "{\"label\": \"%s\", \"name\": \"c%d\", \"fields\": {%s}}"
                                .formatted(entity, columns.size() - 1, fields))
                .apply(tenant.admin());
    }

    private static String header(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        return text.lines().findFirst().orElseThrow().replace("\uFEFF", "");
    }

    private static String type(String type) {
        return "{\"type\": \"" + type + "\", \"label\": \"%s\"}";
    }

    private static void assertRows(JsonNode job, long total, long ok) {
        System.out.println(
                "Imported "
                        + job.path("entity")
                        + ": "
                        + job.path("rows")
                        + ", "
                        + job.path("rate")
                        + " rows a second");
        assertEquals("done", job.path("state").asString(), job::toString);
        assertEquals(total, job.at("/rows/total").asLong());
        assertEquals(ok, job.at("/rows/ok").asLong());
        assertEquals(total - ok, job.at("/rows/failed").asLong());
    }

    @Test
    void takesTheBankWhoseCellsAreQuotedBetweenSemicolons() {
        var file = sample("bank-marketing/bank.csv");
        define(
                "client",
                header(file),
                ";",
                Map.of(
                        "age", type("integer"),
                        "balance", type("decimal"),
                        "housing", type("boolean"),
                        "loan", type("boolean")));
        var job = Imported.sent(tenant.admin(), "client", file, Map.of());
        assertEquals(100, job.preview().at("/rows/ok").asInt());
        assertEquals(0, tenant.admin().count("client"));
        assertRows(job.run(), 4521, 4521);
        assertEquals(4521, tenant.admin().count("client"));
    }

    @Test
    void namesTheElevenSubscribersWithoutTotalCharges() {
        var file = sample("telco-churn/telco-customer-churn-by-IBM.csv");
        define(
                "subscriber",
                header(file),
                ",",
                Map.of(
                        "customerID",
                        "{\"type\": \"text\", \"max\": 20, \"unique\": true, \"label\": \"%s\"}",
                        "tenure",
                        type("integer"),
                        "Partner",
                        type("boolean"),
                        "TotalCharges",
                        "{\"type\": \"decimal\", \"required\": true, \"label\": \"%s\"}"));
        var job = Imported.sent(tenant.admin(), "subscriber", file, Map.of());
        assertRows(job.run(), 7043, 7032);
        var failed = job.result("failed").lines().skip(1).toList();
        assertEquals(11, failed.size());
        assertTrue(
                failed.stream().allMatch(row -> row.contains("TotalCharges: ")), failed::toString);
        assertTrue(failed.stream().allMatch(row -> row.endsWith(",required")), failed::toString);
        assertTrue(
                failed.getFirst().startsWith("4472-LVYGI,Female,0,Yes,Yes,0,No,"),
                failed::toString);
    }

    @Test
    void changesWhatIsThereWhenSentAgain() {
        new Edits()
                .put(
                        "entities/article",
                        "{\"label\": \"Article\", \"name\": \"code\", \"fields\": {\"code\":"
                                + " {\"type\": \"text\", \"max\": 9, \"unique\": true,"
                                + " \"required\": true}, \"stock\": {\"type\": \"integer\"}}}")
                .apply(tenant.admin());
        var first = "code,stock\nA,1\nB,2\n".getBytes(StandardCharsets.UTF_8);
        assertRows(Imported.sent(tenant.admin(), "article", first, Map.of()).run(), 2, 2);
        var again = "code,stock\nA,5\nC,many\nB,6\n".getBytes(StandardCharsets.UTF_8);
        var match = Map.<String, Object>of("match_on", "code");
        assertRows(Imported.sent(tenant.admin(), "article", again, match).run(), 3, 2);
        assertEquals(2, tenant.admin().count("article"));
    }

    @Test
    void takesBackWhatItWrote() {
        new Edits()
                .put(
                        "entities/spare",
                        "{\"label\": \"Spare\", \"name\": \"code\", \"fields\": {\"code\":"
                                + " {\"type\": \"text\", \"max\": 9, \"unique\": true,"
                                + " \"required\": true}, \"stock\": {\"type\": \"integer\"}}}")
                .apply(tenant.admin());
        var first = "code,stock\nA,1\nB,2\n".getBytes(StandardCharsets.UTF_8);
        assertRows(Imported.sent(tenant.admin(), "spare", first, Map.of()).run(), 2, 2);
        var again = "code,stock\nA,5\nC,3\nB,6\n".getBytes(StandardCharsets.UTF_8);
        var job =
                Imported.sent(
                        tenant.admin(), "spare", again, Map.<String, Object>of("match_on", "code"));
        assertRows(job.run(), 3, 3);
        assertEquals(3, tenant.admin().count("spare"));
        var undo = job.undo();
        assertRows(undo, 3, 3);
        assertEquals(2, tenant.admin().count("spare"));
        var filter = Map.of("filter", "code == \"B\" && stock == 2", "limit", "1");
        assertEquals(1, tenant.admin().get("/data/spare", filter).at("/data").size());
        var jobs = tenant.admin().get("/jobs", Map.of("limit", "2")).expect(200);
        assertEquals(undo.path("id"), jobs.at("/data/0/id"));
        assertEquals(job.id(), jobs.at("/data/1/id").asString());
        assertEquals(undo.path("id"), jobs.at("/data/1/undone_by"));
        var another = tenant.member("reader");
        assertEquals(0, another.get("/jobs").expect(200).at("/data").size());
        another.post("/jobs/" + job.id() + "/undo").expect(404);
    }

    @Test
    void takesObjectsOfJson() {
        new Edits()
                .put(
                        "entities/gadget",
                        "{\"label\": \"Gadget\", \"name\": \"code\", \"fields\": {\"code\":"
                                + " {\"type\": \"text\", \"max\": 9, \"required\": true},"
                                + " \"stock\": {\"type\": \"integer\"}}}")
                .apply(tenant.admin());
        var file = "{\"code\": \"A\", \"stock\": 1}\n{\"stock\": 2}\n";
        var job =
                Imported.sent(
                        tenant.admin(), "gadget", file.getBytes(StandardCharsets.UTF_8), Map.of());
        assertRows(job.run(), 2, 1);
        assertEquals(2, Json.read(job.result("failed").strip()).path("stock").asInt());
    }

    @Test
    void takesComplaintsWithAMarkAndAccents() {
        var file = sample("signalconso-fr/signalconso.csv");
        define("complaint", header(file), ";", Map.of("creationdate", type("date")));
        assertRows(Imported.sent(tenant.admin(), "complaint", file, Map.of()).run(), 600, 600);
        var filter = Map.of("filter", "c11 == \"Rhône\"", "limit", "1", "total", "exact");
        var rhone = tenant.admin().get("/data/complaint", filter).expect(200);
        assertTrue(rhone.at("/total/value").asInt() > 0);
    }

    @Test
    void takesTheRegisterOfFirms() {
        for (var name : List.of("unites_legales", "etablissements")) {
            var file = sample("sirene-fr/sample_" + name + "_OK.csv");
            define(
                    name,
                    header(file),
                    ",",
                    Map.of(
                            "dateDebut",
                            type("date"),
                            "dateDernierTraitementUniteLegale",
                            type("date_time"),
                            "etablissementSiege",
                            type("boolean")));
            assertRows(Imported.sent(tenant.admin(), name, file, Map.of()).run(), 3, 3);
        }
    }

    @Test
    void takesEveryFileOfTheSpectrum() throws IOException {
        try (var files = Files.list(Imported.samples().resolve("csv-spectrum/csvs"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString().replace(".csv", "");
                var expected = expected(name);
                var content = Imported.bytes(file);
                var entity = "s_" + name.toLowerCase(Locale.ROOT);
                define(entity, header(content), ",", Map.of());
                var job = Imported.sent(tenant.admin(), entity, content, Map.of()).run();
                assertRows(job, expected, expected);
            }
        }
    }

    private static int expected(String name) {
        var json =
                Json.read(
                        new String(
                                sample("csv-spectrum/json/" + name + ".json"),
                                StandardCharsets.UTF_8));
        return json.isArray() ? json.size() : 1;
    }

    @Test
    void letsNobodyDoByFileWhatTheyMayNotDo() {
        var reader = tenant.member("reader");
        new Edits()
                .put(
                        "entities/guarded",
                        "{\"label\": \"Guarded\", \"name\": \"code\", \"fields\": {\"code\":"
                                + " {\"type\": \"text\", \"max\": 9}}}")
                .apply(tenant.admin());
        var job = Map.of("kind", "import", "entity", "guarded", "mapping", Map.of("code", "code"));
        var answer = reader.post("/jobs", job);
        assertFalse(answer.status() < 400, answer::toString);
    }
}
