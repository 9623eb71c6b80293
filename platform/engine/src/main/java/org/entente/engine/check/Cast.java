package org.entente.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.FieldType.Pointing;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** The records of a check by the names that it gives them; {@code $p} stands for one of them. */
final class Cast {

    private final Map<String, Reference> named = new HashMap<>();

    void name(String name, Reference record) {
        named.put(name, record);
    }

    /** The record that a text stands for, if it does. */
    Optional<Reference> find(@Nullable Object text) {
        return text instanceof String name && name.startsWith("$")
                ? Optional.ofNullable(named.get(name.substring(1)))
                : Optional.empty();
    }

    /** What stands for a record, where it does; else the id as it is. */
    String told(String id) {
        return named.entrySet().stream()
                .filter(entry -> entry.getValue().id().toString().equals(id))
                .map(entry -> "$" + entry.getKey())
                .findFirst()
                .orElse(id);
    }

    /** Values with the records that they name, in the form in which they are written. */
    Map<String, @Nullable Object> values(Entity entity, Map<String, @Nullable Object> written) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        written.forEach((name, value) ->
                values.put(
                        name,
                        entity.field(name)
                                .map(field -> reference(field.type(), value))
                                .orElse(value)));
        return values;
    }

    private @Nullable Object reference(Object type, @Nullable Object value) {
        if (value instanceof List<?> several) {
            var all = new ArrayList<@Nullable Object>();
            several.forEach(one -> all.add(reference(type, one)));
            return all;
        }
        return switch (type) {
            case TraitReferenceType _ ->
                    find(value)
                            .<Object>map(record ->
                                    Map.of("id", record.id().toString(), "entity", record.entity()))
                            .orElse(value);
            case Pointing _ ->
                    find(value).<Object>map(record -> record.id().toString()).orElse(value);
            default -> value;
        };
    }
}
