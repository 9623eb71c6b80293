package org.entente.server.outside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A change set in the making. */
final class Edits {

    private final List<Map<String, Object>> edits = new ArrayList<>();

    /**
     * Puts a definition at a path.
     *
     * @param json the definition
     */
    Edits put(String path, String json) {
        var edit = new LinkedHashMap<String, Object>();
        edit.put("op", "put");
        edit.put("path", path);
        edit.put("value", JsonMapper.shared().readValue(json, Object.class));
        edits.add(edit);
        return this;
    }

    Map<String, Object> body() {
        return Map.of("title", "Test", "edits", List.copyOf(edits));
    }

    /** Writes it down and answers its id. */
    String create(Visitor admin) {
        return admin.post("/meta/changesets", body()).expect(201).id();
    }

    /** Publishes it and answers the version that the model has now. */
    long apply(Visitor admin) {
        return admin.post("/meta/changesets/" + create(admin) + "/apply")
                .expect(200)
                .at("/version")
                .asLong();
    }
}
