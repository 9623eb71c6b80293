package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many entities, and one of very many fields: planned, applied, listed; the figures are told. */
@Tag("trial")
class WideModelTrialIT {

    private static final int ENTITIES = 200;
    private static final int FIELDS = 400;
    private static final int ROWS = 200;
    private static final int LISTS = 30;

    private final FreshTenant tenant = House.running().freshTenant("widetrial");
    private final Visitor admin = tenant.admin().waiting(Duration.ofMinutes(5));

    @Test
    void twoHundredEntities() {
        var edits = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < ENTITIES; i++) {
            edits.add(put("entities/thing_" + i, thing(i)));
        }
        publish("200 entities", edits);
        assertEquals(
                ENTITIES,
                told("describe 200 entities", () -> admin.get("/meta/model").expect(200))
                        .at("/entities")
                        .propertyStream()
                        .filter(entity -> entity.getKey().startsWith("thing_"))
                        .count());
        told("first record of an entity", () -> admin.create("thing_7", Map.of("code", "A")));
        fill("thing_8", row -> Map.of("code", "B" + row));
        lists("thing_8", "/data/thing_8?limit=50&sort=-code");
        publish(
                "a field on 200 entities",
                List.of(put("entities/thing_9/fields/extra", Map.of("type", "text"))));
        told("export of 200 entities", () -> admin.bytes("/meta/export?format=yaml").length);
    }

    @Test
    void anEntityOfFourHundredFields() {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < FIELDS; i++) {
            fields.put("f_" + i, field(i));
        }
        publish("400 fields", List.of(put("entities/wide", Map.of("fields", fields))));
        fill("wide", WideModelTrialIT::row);
        lists("400 fields, all of them", "/data/wide?limit=50");
        lists(
                "400 fields, five of them",
                "/data/wide?limit=50&fields=f_0,f_1,f_2,f_3,f_4&sort=f_1");
        publish(
                "a field on 400",
                List.of(put("entities/wide/fields/extra", Map.of("type", "text"))));
    }

    private void publish(String what, List<Map<String, Object>> edits) {
        var body = Map.of("title", what, "edits", edits);
        var id = admin.post("/meta/changesets", body).expect(201).id();
        var path = "/meta/changesets/" + id;
        var plan = told("plan " + what, () -> admin.post(path + "/plan").expect(200));
        assertEquals(0, plan.at("/problems").size(), plan::toString);
        told("apply " + what, () -> admin.post(path + "/apply").expect(200));
    }

    private static Map<String, Object> put(String path, Map<String, Object> value) {
        return Map.of("op", "put", "path", path, "value", value);
    }

    private static Map<String, Object> thing(int i) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", Map.of("type", "text", "required", true, "filterable", true));
        for (var f = 0; f < 10; f++) {
            fields.put("f_" + f, field(f));
        }
        fields.put("twice", Map.of("type", "formula", "as", "decimal", "formula", "f_1 * 2"));
        if (i > 0) {
            fields.put(
                    "before",
                    Map.of("type", "reference", "to", "thing_" + (i - 1), "related", "after"));
        }
        return Map.of(
                "fields",
                fields,
                "name",
                "code",
                "rules",
                Map.of("small", Map.of("check", "f_1 < 1000000", "message", "Too much")),
                "views",
                Map.of("all", Map.of("label", "All", "columns", List.of("code", "f_1"))));
    }

    private static Map<String, Object> field(int i) {
        return switch (i % 5) {
            case 0 -> Map.of("type", "text", "max", 80);
            case 1 -> Map.of("type", "integer");
            case 2 -> Map.of("type", "decimal", "precision", 12, "scale", 2);
            case 3 -> Map.of("type", "date");
            default -> Map.of("type", "boolean");
        };
    }

    private static Map<String, Object> row(int row) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < FIELDS; i++) {
            values.put(
                    "f_" + i,
                    switch (i % 5) {
                        case 0 -> "text " + row;
                        case 1 -> row;
                        case 2 -> row + ".25";
                        case 3 -> "2026-05-01";
                        default -> row % 2 == 0;
                    });
        }
        return values;
    }

    private interface Row {
        Map<String, ?> of(int row);
    }

    private void fill(String entity, Row row) {
        var operations = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < ROWS; i++) {
            operations.add(Map.of("op", "create", "values", row.of(i)));
        }
        told(
                ROWS + " records of " + entity,
                () ->
                        admin.post("/data/" + entity + "/batch", Map.of("operations", operations))
                                .expect(200));
    }

    private void lists(String what, String path) {
        var took = new ArrayList<Long>();
        for (var i = 0; i < LISTS; i++) {
            var from = System.nanoTime();
            assertEquals(50, admin.get(path).expect(200).at("/data").size());
            took.add((System.nanoTime() - from) / 1_000_000);
        }
        var first = took.getFirst();
        took.sort(null);
        System.out.printf(
                "TRIAL wide: list of 50, %s: first %d ms, median %d ms, slowest %d ms%n",
                what, first, took.get(LISTS / 2), took.getLast());
    }

    private static <T> T told(String what, Supplier<T> work) {
        var from = System.nanoTime();
        var value = work.get();
        System.out.printf("TRIAL wide: %s: %d ms%n", what, (System.nanoTime() - from) / 1_000_000);
        return value;
    }
}
