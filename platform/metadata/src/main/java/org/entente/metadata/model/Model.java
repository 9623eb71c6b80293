package org.entente.metadata.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All definitions of a tenant, one immutable versioned document.
 *
 * @param version rises by one with each published change; 0 is a model that was never published
 */
public record Model(
        long version,
        Settings settings,
        Map<String, Entity> entities,
        Map<String, Trait> traits,
        Map<String, Role> roles) {
    public Model {
        entities = Collections.unmodifiableMap(new LinkedHashMap<>(entities));
        traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    public Optional<Entity> entity(String name) {
        return Optional.ofNullable(entities.get(name));
    }

    public Optional<Trait> trait(String name) {
        return Optional.ofNullable(traits.get(name));
    }

    /** The entities that carry a trait, in order. */
    public List<Entity> carriers(String trait) {
        return entities.values().stream().filter(e -> e.traits().contains(trait)).toList();
    }
}
