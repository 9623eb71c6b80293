package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A tenant's model leaves as files and comes back from them. */
class TenantAsCodeIT {

    private static final String EXPORT = "/meta/export?format=yaml";

    private final House house = House.running();

    @ParameterizedTest
    @ValueSource(strings = {"horizon", "atlas"})
    void exportsWhatWasAppliedByteByByte(String folder) throws IOException {
        var first = house.freshTenant("code", "xrm").admin();
        apply(first, Zips.of(files(folder)));
        var exported = first.bytes(EXPORT);
        assertArrayEquals(exported, first.bytes(EXPORT));

        var second = house.freshTenant("code", "xrm").admin();
        apply(second, exported);
        assertArrayEquals(exported, second.bytes(EXPORT));
        assertEquals(described(first), described(second));

        var again = written(second, exported);
        var plan = second.post("/meta/changesets/" + again + "/plan").expect(200);
        assertEquals(0, plan.at("/effects").size(), plan::text);
        assertArrayEquals(exported, second.bytes(EXPORT + "&changeset=" + again));
    }

    @Test
    void showsTheFilesThatAChangeWouldLeave() {
        var admin = house.freshTenant("code", "xrm").admin();
        Things.edits().apply(admin);
        var changeSet =
                new Edits()
                        .put("entities/thing/fields/colour", "{\"type\": \"text\"}")
                        .create(admin);
        var before = new String(admin.bytes(EXPORT), java.nio.charset.StandardCharsets.ISO_8859_1);
        var after = admin.bytes(EXPORT + "&changeset=" + changeSet);
        assertTrue(Zips.read(after).getOrDefault("model/thing.yaml", "").contains("colour:"));
        assertEquals(
                before,
                new String(admin.bytes(EXPORT), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusesAnotherFormatAndThoseWhoDoNotShapeTheModel() {
        var tenant = house.freshTenant("code", "xrm");
        tenant.admin().get("/meta/export?format=xml").refused(400, "malformed");
        tenant.admin().get(EXPORT + "&changeset=nonsense").refused(400, "malformed");
        tenant.member("agent").get("/meta/export").expect(403);
    }

    @Test
    void publishesTheSchemaOfDefinitions() {
        var schema = house.freshTenant("code", "xrm").admin().get("/meta/schema").expect(200);
        assertEquals("object", schema.at("/definitions/entity/type").asString());
        assertTrue(schema.at("/definitions/field/anyOf").size() > 10);
    }

    private static Object described(Visitor admin) {
        var model = admin.get("/meta/model").expect(200).json();
        forgetProgress(model);
        return Map.of("entities", model.path("entities"), "roles", model.path("roles"));
    }

    /** How far the work on indexes has come is no part of a definition. */
    private static void forgetProgress(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : List.of("state", "done")) {
                if (object.path(name).isValueNode()) {
                    object.remove(name);
                }
            }
        }
        node.forEach(TenantAsCodeIT::forgetProgress);
    }

    private static void apply(Visitor admin, byte[] archive) {
        admin.post("/meta/changesets/" + written(admin, archive) + "/apply").expect(200);
    }

    private static String written(Visitor admin, byte[] archive) {
        return admin.send(
                        Call.of("POST", "/meta/changesets")
                                .body("application/zip", BodyPublishers.ofByteArray(archive)))
                .expect(201)
                .id();
    }

    private static Map<String, String> files(String tenant) throws IOException {
        var folder = House.projectRoot().resolve("tenants").resolve(tenant);
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(TenantAsCodeIT::isDefinition).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static boolean isDefinition(Path path) {
        return path.toString().endsWith(".yaml")
                && !path.toString().contains("/data/")
                && !path.endsWith("users.yaml");
    }
}
