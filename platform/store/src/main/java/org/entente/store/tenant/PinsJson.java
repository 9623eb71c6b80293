package org.entente.store.tenant;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which version of which pack a model stands on, as text. */
final class PinsJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PinsJson() {}

    static String write(Map<String, String> pins) {
        return JSON.writeValueAsString(new TreeMap<>(pins));
    }

    static Map<String, String> read(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}
