package org.entente.server.outside;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as text and back. */
final class Json {

    private Json() {}

    static String write(Object tree) {
        return tree instanceof String ready ? ready : JsonMapper.shared().writeValueAsString(tree);
    }

    static JsonNode read(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
