package org.entente.metadata.model;

import java.util.List;

/**
 * What an entity can be for plugins and references.
 *
 * @param fields names of the fields that it brings to each entity that carries it
 */
public record Trait(String name, String key, Rank rank, Text label, List<String> fields) {
    public Trait {
        fields = List.copyOf(fields);
    }
}
