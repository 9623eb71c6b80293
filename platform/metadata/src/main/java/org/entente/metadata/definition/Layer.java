package org.entente.metadata.definition;

import java.util.List;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.model.Rank;

/**
 * What one source says: the platform, a pack, a plugin or the tenant.
 *
 * @param source whose definitions these are: the pack's, plugin's or tenant's name
 * @param root the definitions by section: {@code tenant}, {@code pack}, {@code entities}, {@code
 *     traits}, {@code roles}, {@code checks}; a path in a change set is a path in this tree
 */
public record Layer(Rank rank, String source, Mapping root) {

    /** A source that says nothing yet. */
    public static Layer empty(Rank rank, String source) {
        return new Layer(rank, source, Mapping.empty(source));
    }

    /** Names of the packs that the tenant takes, in order; empty for another source. */
    public List<String> packs() {
        return root.mapping("tenant").entries().get("packs") instanceof Node.Listing packs
                ? packs.items().stream()
                        .filter(Node.Scalar.class::isInstance)
                        .map(item -> ((Node.Scalar) item).value().toString())
                        .toList()
                : List.of();
    }

    /** The version that a pack says it has; empty for another source. */
    public String version() {
        return root.mapping("pack").entries().get("version") instanceof Node.Scalar version
                ? version.value().toString()
                : "";
    }

    /** The definitions of one section by name; empty when there are none. */
    Mapping section(String name) {
        return root.mapping(name);
    }
}
