package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.model;
import static org.entente.metadata.definition.Sources.tenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.metadata.model.Model;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ModelDescriptionTest {

    private static final Model MODEL =
            model(
                    tenant(
                            """
                            entity: contract
                            label: {fr: Contrat, en: Contract}
                            key: kaaaaaaaa
                            name: number
                            fields:
                              number: {type: text, max: 20, required: true, key: kaaaaaaab}
                              holder: {type: reference, to: user, related: contracts, key: kaaaaaaac}
                              status:
                                type: choice
                                key: kaaaaaaad
                                default: draft
                                options: {draft: {label: Projet, key: kaaaaaaae, color: red}}
                            views: {all: {key: kaaaaaaaf, label: Tous, columns: [number]}}
                            layout: {highlights: [status]}
                            ---
                            role: agent
                            key: kaaaaaaag
                            grants: [{entity: contract, can: [update, read]}, {can: [users]}]
                            """));

    private static Object at(Map<String, Object> description, String... steps) {
        Object found = description;
        for (var step : steps) {
            var next = found instanceof Map<?, ?> map ? map.get(step) : null;
            found = next == null ? "nothing" : next;
        }
        return found;
    }

    @Test
    void describesAnEntityAsItIsWritten() {
        var contract =
                ModelDescription.describe(MODEL, Sources.entity(MODEL, "contract"), entity -> true);
        assertEquals(Map.of("fr", "Contrat", "en", "Contract"), contract.get("label"));
        assertEquals("tenant", contract.get("rank"));
        assertEquals(
                Map.of(
                        "type", "text",
                        "max", 20,
                        "label", "Number",
                        "key", "kaaaaaaab",
                        "rank", "tenant",
                        "required", true),
                at(contract, "fields", "number"));
        assertEquals(
                Map.of(
                        "type", "reference",
                        "to", "user",
                        "related", "contracts",
                        "on_delete", "restrict",
                        "label", "Holder",
                        "key", "kaaaaaaac",
                        "rank", "tenant"),
                at(contract, "fields", "holder"));
        assertEquals(
                Map.of("label", "Projet", "key", "kaaaaaaae", "color", "red"),
                at(contract, "fields", "status", "options", "draft"));
        assertEquals(
                Map.of("key", "kaaaaaaaf", "label", "Tous", "columns", List.of("number")),
                at(contract, "views", "all"));
        assertEquals(Map.of("highlights", List.of("status")), contract.get("layout"));
    }

    @Test
    void describesTheModelAsFarAsTheCallerSees() {
        var description =
                ModelDescription.describe(MODEL, entity -> entity.name().equals("contract"));
        assertEquals(7L, description.get("version"));
        assertEquals("Europe/Paris", at(description, "tenant", "time_zone"));
        assertEquals(Set.of("contract"), keys(at(description, "entities")));
        assertEquals(
                Set.of("owner", "created_at", "created_by", "updated_at", "updated_by"),
                keys(at(description, "system_fields")));
        assertEquals(
                Map.of(
                        "label",
                        "Agent",
                        "key",
                        "kaaaaaaag",
                        "rank",
                        "tenant",
                        "grants",
                        List.of(
                                Map.of("entity", "contract", "can", List.of("read", "update")),
                                Map.of("can", List.of("users")))),
                at(description, "roles", "agent"));
    }

    private static Set<String> keys(Object map) {
        return map instanceof Map<?, ?> m
                ? Set.copyOf(m.keySet().stream().map(String::valueOf).toList())
                : Set.of();
    }

    @Test
    void describesTheListsOnTheOtherSideOfReferencesThatTheCallerMayRead() {
        var label = Map.of("fr", "Contrat", "en", "Contract");
        assertEquals(
                Map.of("entity", "contract", "field", "holder", "label", label),
                at(ModelDescription.describe(MODEL, any -> true), related()));
        var without = ModelDescription.describe(MODEL, entity -> entity.name().equals("user"));
        assertEquals("nothing", at(without, related()));
    }

    private static String[] related() {
        return new String[] {"entities", "user", "related", "contracts"};
    }

    @Test
    void aDescriptionIsPlainJson() {
        var description = ModelDescription.describe(MODEL, entity -> true);
        var json = new JsonMapper().writeValueAsString(description);
        assertTrue(json.contains("\"to\":\"user\""));
    }
}
