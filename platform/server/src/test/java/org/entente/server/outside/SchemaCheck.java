package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertTrue;

import tools.jackson.databind.JsonNode;

/** Compares answers with the JSON Schemas of an OpenAPI document, as far as those schemas go. */
final class SchemaCheck {

    private final JsonNode document;

    SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** Fails with the place where the value is not what the named schema says. */
    void fits(String name, JsonNode value) {
        var schema = document.at("/components/schemas/" + name);
        assertTrue(schema.isObject(), () -> "no schema " + name);
        var trouble = trouble(schema, value, name);
        assertTrue(trouble.isEmpty(), () -> trouble + " in " + value);
    }

    /** What does not fit, in words; empty when all does. */
    private String trouble(JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            return trouble(document.at(schema.path("$ref").asString().substring(1)), value, at);
        }
        if (schema.has("oneOf") || schema.has("anyOf")) {
            return oneOf(
                    schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf"), value, at);
        }
        if (schema.has("type") && !typed(schema.path("type"), value)) {
            return at + " is no " + schema.path("type");
        }
        if (value.isNull()) {
            return "";
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            return at + " is none of " + schema.path("enum");
        }
        if (schema.has("pattern") && !value.asString().matches(schema.path("pattern").asString())) {
            return at + " does not match " + schema.path("pattern");
        }
        return value.isArray() ? ofArray(schema, value, at) : ofObject(schema, value, at);
    }

    private String oneOf(JsonNode choices, JsonNode value, String at) {
        var fitting =
                choices.valueStream().anyMatch(choice -> trouble(choice, value, at).isEmpty());
        return fitting ? "" : at + " is none of the alternatives";
    }

    private String ofArray(JsonNode schema, JsonNode value, String at) {
        if (schema.has("items")) {
            var index = 0;
            for (var item : value) {
                var trouble = trouble(schema.path("items"), item, at + "/" + index++);
                if (!trouble.isEmpty()) {
                    return trouble;
                }
            }
        }
        return "";
    }

    private String ofObject(JsonNode schema, JsonNode value, String at) {
        for (var required : schema.path("required")) {
            if (!value.has(required.asString())) {
                return at + " lacks " + required;
            }
        }
        var closed =
                schema.has("additionalProperties")
                        && !schema.path("additionalProperties").asBoolean(true);
        for (var member : value.properties()) {
            var known = schema.path("properties").path(member.getKey());
            if (known.isMissingNode() && closed) {
                return at + "/" + member.getKey() + " is not described";
            }
            var trouble =
                    known.isMissingNode()
                            ? ""
                            : trouble(known, member.getValue(), at + "/" + member.getKey());
            if (!trouble.isEmpty()) {
                return trouble;
            }
        }
        return "";
    }

    private static boolean typed(JsonNode type, JsonNode value) {
        return type.isArray()
                ? type.valueStream().anyMatch(one -> is(one.asString(), value))
                : is(type.asString(), value);
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "null" -> value.isNull();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new AssertionError("JSON Schema has no type " + type);
        };
    }
}
