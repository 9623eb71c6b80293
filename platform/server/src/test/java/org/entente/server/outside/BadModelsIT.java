package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Models that cannot be: each refusal names the file and line or the path, and the model stays as
 * it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BadModelsIT {

    private static final String CHANGE_SETS = "/meta/changesets";
    private static final String SETTINGS = "tenant: any\ntitle: Any\npacks: [xrm]\n";

    private final House house = House.running();
    private Visitor admin;
    private String untouched;

    @BeforeAll
    void furnish() {
        admin = house.freshTenant("bad-models", "xrm").admin();
        Things.edits().apply(admin);
        admin.create("thing", Map.of("code", "M1"));
        untouched = admin.get("/meta/model").expect(200).text();
    }

    @AfterEach
    void nothingIsHalfDone() {
        assertEquals(untouched, admin.get("/meta/model").expect(200).text());
        assertEquals(1, admin.count("thing"));
    }

    private Answer upload(byte[] archive) {
        return admin.send(
                Call.of("POST", CHANGE_SETS)
                        .body("application/zip", BodyPublishers.ofByteArray(archive)));
    }

    private String uploaded(Map<String, String> files) {
        var all = new TreeMap<>(files);
        all.putIfAbsent("tenant.yaml", SETTINGS);
        return upload(Zips.of(all)).expect(201).id();
    }

    /** A change set with problems is kept, planned with them, and not applied. */
    private void refused(String id, String code, String place) {
        var plan = admin.post(CHANGE_SETS + "/" + id + "/plan").expect(200);
        var found =
                plan.at("/problems")
                        .valueStream()
                        .anyMatch(p ->
                                p.path("code").asString().equals(code)
                                        && p.path("pointer").asString().startsWith(place));
        assertTrue(found, () -> "no " + code + " at " + place + " in " + plan.text());
        var applied = admin.post(CHANGE_SETS + "/" + id + "/apply").expect(422);
        assertTrue(
                applied.errors().stream().anyMatch(e -> e.path("code").asString().equals(code)),
                applied::text);
    }

    @Test
    void saysWhereYamlIsBroken() {
        var broken = "entity: invoice\nfields:\n  number: {type: text\n  due: {type: date}\n";
        refused(
                uploaded(Map.of("model/invoice.yaml", broken)),
                "syntax_error",
                "model/invoice.yaml:");
        var tabs = "entity: invoice\nfields:\n\tnumber: {type: text}\n";
        refused(
                uploaded(Map.of("model/invoice.yaml", tabs)),
                "syntax_error",
                "model/invoice.yaml:3");
    }

    @Test
    void saysWhereAFieldTypeIsUnknown() {
        var odd = "entity: invoice\nfields:\n  number: {type: text}\n  amount: {type: monney}\n";
        refused(
                uploaded(Map.of("model/invoice.yaml", odd)),
                "unknown_type",
                "model/invoice.yaml:4");
        var edit =
                new Edits()
                        .put(
                                "entities/invoice",
                                "{\"fields\": {\"amount\": {\"type\": \"monney\"}}}");
        refused(edit.create(admin), "unknown_type", "");
    }

    @Test
    void refusesTwoWritersOfOneKey() {
        var first = "entity: invoice\nkey: k11111111\nfields:\n  number: {type: text}\n";
        var second = "entity: bill\nkey: k11111111\nfields:\n  number: {type: text}\n";
        refused(
                uploaded(Map.of("model/a.yaml", first, "model/b.yaml", second)),
                "key_taken",
                "model/");
        var again = "entity: invoice\nfields:\n  number: {type: text}\n";
        refused(
                uploaded(Map.of("model/a.yaml", again, "model/b.yaml", again)),
                "name_taken",
                "model/b.yaml:1");
    }

    @Test
    void refusesToRestateAPackWithoutSayingSo() {
        var restated = "entity: organization\nfields:\n  name: {type: text, max: 10}\n";
        refused(
                uploaded(Map.of("model/organization.yaml", restated)),
                "two_writers",
                "model/organization.yaml:3");
        var nothing = "entity: invoice\noverride: true\nfields:\n  number: {type: text}\n";
        refused(
                uploaded(Map.of("model/invoice.yaml", nothing)),
                "nothing_to_override",
                "model/invoice.yaml");
    }

    @Test
    void refusesNamesKeywordsAndTargetsThatAreNone() {
        refused(edit("{\"fields\": {\"created_at\": {\"type\": \"text\"}}}"), "reserved_name", "");
        refused(edit("{\"fields\": {\"Number\": {\"type\": \"text\"}}}"), "invalid_name", "");
        refused(
                edit("{\"fields\": {\"number\": {\"type\": \"text\", \"colour\": \"red\"}}}"),
                "unknown_keyword",
                "");
        refused(edit("{\"fields\": {\"number\": {}}}"), "missing", "");
        refused(
                edit("{\"fields\": {\"to\": {\"type\": \"reference\", \"to\": \"nothing\"}}}"),
                "unknown_entity",
                "");
        refused(
                edit(
                        "{\"fields\": {\"to\": {\"type\": \"reference\", \"to_trait\": \"nothing\"}}}"),
                "unknown_trait",
                "");
        refused(
                edit("{\"traits\": [\"nothing\"], \"fields\": {\"a\": {\"type\": \"text\"}}}"),
                "unknown_trait",
                "");
    }

    private String edit(String definition) {
        return new Edits().put("entities/invoice", definition).create(admin);
    }

    @Test
    void refusesExpressionsThatDoNotFitTheModel() {
        var view = "{\"filter\": \"peices > 1\", \"columns\": [\"code\"], \"kind\": \"table\"}";
        refused(
                new Edits().put("entities/thing/views/few", view).create(admin),
                "unknown_field",
                "");
        refused(
                edit(
                        "{\"fields\": {\"a\": {\"type\": \"integer\", \"default\": \"\\\"one\\\"\"}}}"),
                "type_error",
                "");
        refused(
                edit("{\"name\": \"a +\", \"fields\": {\"a\": {\"type\": \"text\"}}}"),
                "syntax_error",
                "");
    }

    @Test
    void refusesEditsThatAreNone() {
        admin.post(CHANGE_SETS, Map.of("title", "None")).refused(422, "required", "/edits");
        admin.post(CHANGE_SETS, Map.of("edits", List.of(), "more", 1))
                .refused(400, "unknown_parameter", "/more");
        var odd = Map.of("edits", List.of(Map.of("op", "explode", "path", "entities/thing")));
        refused(admin.post(CHANGE_SETS, odd).expect(201).id(), "unknown_option", "/edits/0/op");
        var nowhere = Map.of("edits", List.of(Map.of("op", "remove", "path", "entities/nothing")));
        refused(admin.post(CHANGE_SETS, nowhere).expect(201).id(), "unknown_path", "/edits/0");
    }

    @Test
    void appliesNothingOfAChangeSetThatIsHalfGood() {
        var edits =
                new Edits()
                        .put("entities/good", "{\"fields\": {\"a\": {\"type\": \"text\"}}}")
                        .put("entities/bad", "{\"fields\": {\"a\": {\"type\": \"monney\"}}}");
        refused(edits.create(admin), "unknown_type", "");
        admin.get("/data/good").refused(404, "not_found");
    }

    @Test
    void refusesArchivesThatAreNone() {
        upload("no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .refused(400, "malformed");
        upload(new byte[0]).expect(400);
        upload(Zips.of(Map.of("readme.txt", "nothing"))).refused(400, "malformed");
        for (var path :
                List.of(
                        "../outside.yaml",
                        "/etc/passwd.yaml",
                        "model/../../x.yaml",
                        "C:\\x.yaml",
                        "a//b.yaml")) {
            upload(Zips.of(Map.of(path, "entity: x"))).refused(400, "malformed");
        }
    }

    @Test
    void refusesArchivesThatGrow() throws IOException {
        upload(grown(60, 1_000_000)).refused(413, "too_large");
        upload(grown(1, 100_000_000)).refused(413, "too_large");
        upload(grown(3_000, 10)).refused(413, "too_large");
        var large = new byte[5_100_000];
        new java.util.Random(1).nextBytes(large);
        upload(large).refused(413, "too_large");
    }

    private static byte[] grown(int files, int bytes) throws IOException {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            var block = new byte[bytes];
            java.util.Arrays.fill(block, (byte) ' ');
            for (var i = 0; i < files; i++) {
                zip.putNextEntry(new ZipEntry("model/e" + i + ".yaml"));
                zip.write(block);
                zip.closeEntry();
            }
        }
        return archive.toByteArray();
    }

    @Test
    void refusesYamlThatGrows() {
        var laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) {
            laughs.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10) + "x"));
        }
        var id = uploaded(Map.of("model/laughs.yaml", laughs.toString()));
        assertTrue(
                admin.post(CHANGE_SETS + "/" + id + "/plan").expect(200).at("/problems").size()
                        >= 1);
        admin.post(CHANGE_SETS + "/" + id + "/apply").expect(422);
    }
}
