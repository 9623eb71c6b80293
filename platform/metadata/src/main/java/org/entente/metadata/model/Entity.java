package org.entente.metadata.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of record.
 *
 * @param key stable for ever, survives renaming
 * @param naming a text expression that names a record ({@code number}, {@code first_name + " " +
 *     last_name})
 * @param fields own fields and those of its traits, in order; the system fields of {@link
 *     SystemFields} are not listed here but are found by {@link #field}
 * @param unique groups of field names that are unique together
 * @param rules by name
 * @param views saved lists by name, as they were defined
 * @param layout as it was defined
 */
public record Entity(
        String name,
        String key,
        Rank rank,
        Text label,
        Text plural,
        List<String> traits,
        String naming,
        Map<String, Field> fields,
        List<List<String>> unique,
        Map<String, Rule> rules,
        Map<String, Object> views,
        Map<String, Object> layout) {
    public Entity {
        traits = List.copyOf(traits);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        unique = unique.stream().map(List::copyOf).toList();
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
    }

    /** The own fields whose values are kept. */
    public List<Field> kept() {
        return fields.values().stream()
                .filter(field -> !(field.type() instanceof FieldType.Computed))
                .toList();
    }

    /** The same entity with other fields. */
    public Entity with(Map<String, Field> others) {
        return new Entity(
                name, key, rank, label, plural, traits, naming, others, unique, rules, views,
                layout);
    }

    /** The field of this name, a system field included. */
    public Optional<Field> field(String name) {
        var own = fields.get(name);
        return own != null ? Optional.of(own) : SystemFields.named(name);
    }
}
