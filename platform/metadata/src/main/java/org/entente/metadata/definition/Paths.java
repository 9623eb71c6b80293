package org.entente.metadata.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.metadata.definition.Merger.Merged;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.SystemFields;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Follows paths like {@code holder.name} through the definitions. */
final class Paths {

    private static final Set<String> FILE = Set.of("name", "type", "size", "sha256");
    private static final Map<String, Set<String>> PARTS =
            Map.of(
                    "money", Set.of("amount", "currency"),
                    "geo", Set.of("lat", "lon"),
                    "file", FILE,
                    "image", FILE,
                    "address",
                            Set.of("street", "line2", "postal_code", "city", "region", "country"));

    private final Merged merged;

    Paths(Merged merged) {
        this.merged = merged;
    }

    /** The problem of a path that leads nowhere; its place is the node's. */
    Optional<Problem> problem(Definition entity, Node node, String path) {
        return follow(entity.within("fields"), true, node, List.of(path.split("\\.")));
    }

    private Optional<Problem> follow(
            Map<String, Definition> fields, boolean ofRecord, Node node, List<String> steps) {
        var name = steps.getFirst();
        var rest = steps.subList(1, steps.size());
        var field = fields.get(name);
        if (field != null) {
            return rest.isEmpty() || field.broken() ? Optional.empty() : beyond(field, node, rest);
        }
        if (ofRecord && name.equals("id") && rest.isEmpty()) {
            return Optional.empty();
        }
        var system = ofRecord ? SystemFields.named(name) : Optional.<Object>empty();
        if (system.isEmpty()) {
            return Optional.of(
                    ShapeCheck.unknown(
                            ProblemCode.UNKNOWN_FIELD, node, name, known(fields, ofRecord)));
        }
        return rest.isEmpty() ? Optional.empty() : beyondSystem(name, node, rest);
    }

    private static Set<String> known(Map<String, Definition> fields, boolean ofRecord) {
        var known = new TreeSet<>(fields.keySet());
        if (ofRecord) {
            SystemFields.ALL.forEach(field -> known.add(field.name()));
        }
        return known;
    }

    private Optional<Problem> beyondSystem(String name, Node node, List<String> rest) {
        var target =
                SystemFields.named(name)
                        .filter(field -> field.type() instanceof ReferenceType)
                        .map(field -> merged.entities().get("user"));
        return target.isPresent()
                ? follow(target.get().within("fields"), true, node, rest)
                : Optional.of(unknown(node, rest.getFirst(), Set.of()));
    }

    private Optional<Problem> beyond(Definition field, Node node, List<String> rest) {
        if (field.text("type").filter("multi_reference"::equals).isPresent()) {
            return Optional.of(unknown(node, rest.getFirst(), Set.of()));
        }
        var entity = field.text("to").map(merged.entities()::get);
        if (entity.isPresent()) {
            return follow(entity.get().within("fields"), true, node, rest);
        }
        var trait = field.text("to_trait").map(merged.traits()::get);
        if (trait.isPresent()) {
            return follow(trait.get().within("fields"), false, node, rest);
        }
        var leadsNowhere = field.text("to").isPresent() || field.text("to_trait").isPresent();
        var parts = PARTS.getOrDefault(field.text("type").orElse(""), Set.of());
        return leadsNowhere || (rest.size() == 1 && parts.contains(rest.getFirst()))
                ? Optional.empty()
                : Optional.of(unknown(node, rest.getFirst(), parts));
    }

    private static Problem unknown(Node node, String name, Set<String> known) {
        return ShapeCheck.unknown(ProblemCode.UNKNOWN_FIELD, node, name, known);
    }
}
