package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of jobs, as text. */
final class JobText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE =
            new TypeReference<>() {};

    private JobText() {}

    static String write(Map<String, ?> tree) {
        return MAPPER.writeValueAsString(tree);
    }

    static Map<String, @Nullable Object> read(String json) {
        return MAPPER.readValue(json, TREE);
    }
}
