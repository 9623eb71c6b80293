package org.entente.launcher;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ids of records that this run has created: the server need not look them up. References to
 * others keep their natural key.
 */
final class KnownIds {
    /** By entity, the fields by which generated records are referred to. */
    private static final Map<String, List<String>> FIELDS =
            Map.of(
                    "organization", List.of("registration_number"),
                    "person", List.of("member_number", "employee_number", "code"),
                    "product", List.of("code"),
                    "contract", List.of("number"),
                    "order", List.of("number"),
                    "claim", List.of("number"));

    private final Map<Key, String> ids = new ConcurrentHashMap<>();

    /** Remembers the ids of records just created, in the same order. */
    void remember(String entity, List<Values> records, JsonNode results) {
        for (var i = 0; i < records.size(); i++) {
            for (var field : FIELDS.getOrDefault(entity, List.of())) {
                var value = records.get(i).node().path(field).asString("");
                var id = results.path(i).path("id").asString("");
                if (!value.isEmpty() && !id.isEmpty()) {
                    ids.put(new Key(entity, field, value), id);
                }
            }
        }
    }

    /** The record with its references by id where the id is known. */
    ObjectNode resolved(Values values) {
        for (var property : values.node().properties()) {
            if (property.getValue() instanceof ObjectNode reference && reference.has("by")) {
                resolve(reference);
            }
        }
        return values.node();
    }

    private void resolve(ObjectNode reference) {
        var by = reference.path("by").properties().iterator().next();
        var key =
                new Key(reference.path("entity").asString(), by.getKey(), by.getValue().asString());
        var id = ids.get(key);
        if (id != null) {
            reference.remove("by");
            reference.put("id", id);
        }
    }
}
