package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Durations, several options, JSON, places, numbers and several references, from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class NewerTypesIT {

    private static final String TRIPS = "/data/trip";
    private static final String TRIP =
            """
            {"label": {"fr": "Voyage", "en": "Trip"}, "name": "title", "fields": {
              "title": {"type": "text", "max": 80},
              "length": {"type": "duration"},
              "tags": {"type": "multi_choice", "options": {"sea": {"label": {"fr": "Mer", "en": "Sea"}}, "hills": {}}},
              "more": {"type": "json"},
              "spot": {"type": "geo", "default": "{\\"lat\\": 45.75, \\"lon\\": 4.85}"},
              "number": {"type": "auto_number", "pattern": "V-{0000}"},
              "guides": {"type": "multi_reference", "to": "guide", "related": "trips", "on_delete": "clear"}}}
            """;

    private final House house = House.running();
    private Visitor admin;
    private String ada;
    private String bob;

    @BeforeAll
    void furnish() {
        admin = house.freshTenant("newer", "xrm").admin();
        new Edits()
                .put(
                        "entities/guide",
                        "{\"name\": \"name\", \"fields\": {\"name\": {\"type\": \"text\"}}}")
                .put("entities/trip", TRIP)
                .apply(admin);
        ada = admin.create("guide", Map.of("name", "Ada"));
        bob = admin.create("guide", Map.of("name", "Bob"));
    }

    private static Map<String, Object> values(Map<String, ?> values) {
        return Map.of("values", values);
    }

    private Map<String, Object> trip(String title) {
        return Map.of(
                "title", title,
                "length", "PT36H",
                "tags", List.of("hills", "sea"),
                "more", Map.of("a", List.of(1, true)),
                "guides", List.of(bob, Map.of("id", ada)));
    }

    private List<String> titles(String filter) {
        var page = admin.get(TRIPS, Map.of("filter", filter, "sort", "title")).expect(200);
        return page.at("/data")
                .valueStream()
                .map(row -> row.at("/values/title").asString())
                .toList();
    }

    private static List<String> labels(JsonNode references) {
        return references.valueStream().map(one -> one.path("label").asString()).toList();
    }

    @Test
    void travelBothWays() {
        var made = admin.post(TRIPS, values(trip("both ways"))).expect(201);

        var kept = made.at("/values");
        assertEquals("P1DT12H", kept.path("length").asString());
        assertEquals(Json.read("[\"sea\", \"hills\"]"), kept.path("tags"));
        assertEquals(Json.read("{\"a\": [1, true]}"), kept.path("more"));
        assertEquals(Json.read("{\"lat\": 45.75, \"lon\": 4.85}"), kept.path("spot"));
        assertTrue(kept.path("number").asString().matches("V-\\d{4}"));
        assertEquals(List.of("Bob", "Ada"), labels(kept.path("guides")));
        assertEquals(made.json(), admin.get(TRIPS + "/" + made.id()).expect(200).json());
    }

    @Test
    void changeAndAreToldOf() {
        var id = admin.post(TRIPS, values(trip("changing"))).expect(201).id();
        var next = Map.of("length", "PT1H", "guides", List.of(ada), "tags", List.of());
        var changed = admin.patch(TRIPS + "/" + id, 1, values(next)).expect(200);

        assertEquals(List.of("Ada"), labels(changed.at("/values/guides")));
        assertTrue(changed.at("/values/tags").isNull());
        var told = admin.get(TRIPS + "/" + id + "/history").expect(200).at("/data/0/changes");
        assertEquals(List.of("Bob", "Ada"), labels(told.at("/guides/old")), told::toString);
        assertEquals(List.of("Ada"), labels(told.at("/guides/new")));
        assertEquals("P1DT12H", told.at("/length/old").asString());
    }

    @Test
    void areFoundByWhatTheyHold() {
        admin.post(TRIPS, values(trip("found"))).expect(201);
        admin.create("trip", Map.of("title", "found empty"));

        var named = "title.startsWith(\"found\") && ";
        assertEquals(List.of("found"), titles(named + "length > duration(\"P1D\")"));
        assertEquals(List.of("found"), titles(named + "\"sea\" in tags && size(tags) == 2"));
        assertEquals(List.of("found"), titles(named + "\"" + bob + "\" in guides"));
        assertEquals(List.of("found empty"), titles(named + "guides == null"));
        assertEquals(List.of("found", "found empty"), titles(named + "spot.lat > 45.0"));
        assertEquals(List.of("found"), titles(named + "more != null"));
        admin.get(TRIPS, Map.of("sort", "-length,number")).expect(200);
        for (var unordered : List.of("tags", "more", "spot", "guides")) {
            admin.get(TRIPS, Map.of("sort", unordered)).refused(400, "type_error", "/sort");
        }
    }

    @Test
    void leadBackFromTheOtherSide() {
        var id = admin.post(TRIPS, values(trip("led to"))).expect(201).id();
        var page = admin.get("/data/guide/" + bob + "/rel/trips").expect(200);
        assertTrue(page.text().contains(id));
        admin.get("/data/guide", Map.of("filter", "trips.size() > 0")).expect(200);
    }

    @Test
    void refuseWhatDoesNotFit() {
        refused("length", "P1Y", "/values/length");
        refused("tags", List.of("sea", "moon"), "/values/tags/1");
        refused("tags", "sea", "/values/tags");
        refused("spot", Map.of("lat", 91, "lon", 0), "/values/spot/lat");
        refused("number", "V-1", "/values/number");
        refused("guides", bob, "/values/guides");
        refused("guides", List.of("nobody"), "/values/guides/0");
        refused("guides", List.of(ada, "00000000-0000-7000-8000-000000000000"), "/values/guides/1");
        var many = Map.of("title", "bad", "guides", Collections.nCopies(501, ada));
        admin.post(TRIPS, values(many)).refused(400, "too_many", "/values/guides");
    }

    private void refused(String field, Object value, String pointer) {
        var answer = admin.post(TRIPS, values(Map.of("title", "bad", field, value)));
        var error = answer.expect(422).error(pointer);
        assertTrue(error.path("message").asString("").length() > 5, answer::text);
        assertEquals(List.of(), titles("title == \"bad\""));
    }

    @Test
    void stayWhenWhatTheyLeadToGoes() {
        var eve = admin.create("guide", Map.of("name", "Eve"));
        var values = Map.of("title", "left", "guides", List.of(eve, ada));
        var id = admin.create("trip", values);
        admin.delete("/data/guide/" + eve, 1).expect(204);
        var left = admin.get(TRIPS + "/" + id).expect(200);
        assertEquals(List.of("Ada"), labels(left.at("/values/guides")));
        assertEquals(2, left.at("/version").asInt());
    }
}
