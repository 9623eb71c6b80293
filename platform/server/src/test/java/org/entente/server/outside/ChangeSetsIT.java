package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The model of a tenant that works, changed while it works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ChangeSetsIT {

    private static final String CHANGE_SETS = "/meta/changesets";

    private final House house = House.running();
    private Visitor admin;

    @BeforeAll
    void furnish() {
        admin = house.freshTenant("changes", "xrm").admin();
        Things.edits().apply(admin);
    }

    private long version() {
        return admin.get("/meta/model").expect(200).at("/version").asLong();
    }

    @Test
    void saysWhatAChangeWouldDoAndDoesNothingYet() {
        var before = version();
        admin.create("thing", Map.of("code", "C1"));
        var id =
                new Edits()
                        .put("entities/thing/fields/colour", "{\"type\": \"text\"}")
                        .put("entities/invoice", "{\"fields\": {\"number\": {\"type\": \"text\"}}}")
                        .create(admin);
        var plan = admin.post(CHANGE_SETS + "/" + id + "/plan").expect(200);
        assertEquals(0, plan.at("/problems").size());
        var paths =
                plan.at("/effects")
                        .valueStream()
                        .map(effect -> effect.path("path").asString())
                        .toList();
        assertTrue(paths.contains("entities/thing/fields/colour"), paths::toString);
        assertTrue(paths.contains("entities/invoice"), paths::toString);
        assertEquals(before, version());
        admin.get("/data/invoice").refused(404, "not_found");
    }

    @Test
    void bringsAFieldToRecordsThatAreThere() {
        var id = admin.create("thing", Map.of("code", "C2"));
        var before = version();
        var after =
                new Edits()
                        .put(
                                "entities/thing/fields/weight",
                                "{\"type\": \"decimal\", \"precision\": 8, \"scale\": 3}")
                        .apply(admin);
        assertEquals(before + 1, after);
        assertEquals(after, version());
        assertTrue(admin.get("/data/thing/" + id).expect(200).at("/values/weight").isNull());
        var values = Map.of("values", Map.of("weight", "1.5"));
        assertEquals(
                "1.5",
                admin.patch("/data/thing/" + id, 1, values)
                        .expect(200)
                        .at("/values/weight")
                        .asString());
    }

    @Test
    void bringsAnEntityThatCanBeUsedAtOnce() {
        new Edits()
                .put(
                        "entities/invoice_a",
                        "{\"name\": \"number\", \"fields\": {\"number\": {\"type\": \"text\"}, \"payer\": {\"type\": \"reference\", \"to\": \"organization\"}}}")
                .apply(admin);
        var payer = admin.create("organization", Map.of("name", "Payer"));
        admin.create("invoice_a", Map.of("number", "I-1", "payer", payer));
        assertEquals(1, admin.count("invoice_a"));
        assertEquals(
                "Invoice a",
                admin.get("/meta/entities/invoice_a")
                        .expect(200)
                        .at("/label")
                        .asString("Invoice a"));
    }

    @Test
    void doesNotApplyWhatWasMadeForAnotherVersion() {
        var old =
                new Edits()
                        .put("entities/early", "{\"fields\": {\"a\": {\"type\": \"text\"}}}")
                        .create(admin);
        new Edits()
                .put("entities/earlier", "{\"fields\": {\"a\": {\"type\": \"text\"}}}")
                .apply(admin);
        admin.post(CHANGE_SETS + "/" + old + "/apply").refused(409, "model_moved", "/base_version");
        admin.get("/data/early").refused(404, "not_found");
        var body = Map.of("base_version", 1, "edits", List.of());
        var stale = admin.post(CHANGE_SETS, body).expect(201).id();
        admin.post(CHANGE_SETS + "/" + stale + "/apply")
                .refused(409, "model_moved", "/base_version");
    }

    @Test
    void letsARenamedFieldKeepWhatItHolds() {
        new Edits()
                .put("entities/renamed", "{\"fields\": {\"before\": {\"type\": \"text\"}}}")
                .apply(admin);
        var id = admin.create("renamed", Map.of("before", "kept"));
        var rename =
                Map.of("op", "rename", "path", "entities/renamed/fields/before", "to", "after");
        var changeSet = admin.post(CHANGE_SETS, Map.of("edits", List.of(rename))).expect(201).id();
        admin.post(CHANGE_SETS + "/" + changeSet + "/apply").expect(200);
        var values = admin.get("/data/renamed/" + id).expect(200).at("/values");
        assertEquals("kept", values.path("after").asString());
        assertTrue(values.path("before").isMissingNode());
    }

    @Test
    void answersTheSameToASecondApplication() {
        var id =
                new Edits()
                        .put("entities/twice", "{\"fields\": {\"a\": {\"type\": \"text\"}}}")
                        .create(admin);
        var path = CHANGE_SETS + "/" + id + "/apply";
        var first = admin.post(path).expect(200).at("/version");
        assertEquals(first, admin.post(path).expect(200).at("/version"));
    }
}
