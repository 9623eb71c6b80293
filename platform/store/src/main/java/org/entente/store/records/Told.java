package org.entente.store.records;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.entente.metadata.value.ValueWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The values of a change as they are told: JSON, by the key of each field. */
final class Told {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StoredValues values;

    Told(Model model) {
        this.values = new StoredValues(model);
    }

    String json(Entity entity, Map<String, @Nullable Object> byName) {
        var byKey = new LinkedHashMap<String, @Nullable Object>();
        byName.forEach((name, value) -> {
            var field = entity.field(name).orElseThrow();
            byKey.put(field.key(), ValueWriter.write(values.told(field.type(), value)));
        });
        return JSON.writeValueAsString(byKey);
    }
}
