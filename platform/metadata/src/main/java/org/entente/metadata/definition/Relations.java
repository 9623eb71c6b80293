package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.metadata.definition.Merger.Merged;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * Checks references: their targets, and the lists that they make on the other side. Such a list is
 * found by its name where the other side's fields are, so it must not be called like one.
 */
final class Relations {

    private static final Set<String> TYPES = Set.of("reference", "multi_reference");

    private final Merged merged;
    private final List<Problem> problems;
    private final Map<String, Set<String>> lists = new HashMap<>();

    private Relations(Merged merged, List<Problem> problems) {
        this.merged = merged;
        this.problems = problems;
    }

    /** The names of related lists of each entity. */
    static Map<String, Set<String>> check(Merged merged, List<Problem> problems) {
        var relations = new Relations(merged, problems);
        merged.entities().values().stream()
                .flatMap(entity -> entity.within("fields").values().stream())
                .filter(field -> field.text("type").filter(TYPES::contains).isPresent())
                .forEach(relations::reference);
        return relations.lists;
    }

    private void reference(Definition field) {
        for (var target : targets(field)) {
            field.text("related").ifPresent(related -> related(field, target, related));
        }
    }

    private List<Definition> targets(Definition field) {
        var to = field.text("to");
        if (to.isPresent()) {
            var target = merged.entities().get(to.get());
            if (target == null) {
                unknown(field, "to", ProblemCode.UNKNOWN_ENTITY, merged.entities());
                return List.of();
            }
            return List.of(target);
        }
        var trait = field.text("to_trait");
        if (trait.isPresent() && !merged.traits().containsKey(trait.get())) {
            unknown(field, "to_trait", ProblemCode.UNKNOWN_TRAIT, merged.traits());
        }
        return trait.map(this::carriers).orElse(List.of());
    }

    private List<Definition> carriers(String trait) {
        var carriers = new ArrayList<Definition>();
        for (var entity : merged.entities().values()) {
            if (entity.items("traits").stream().anyMatch(item -> item.value().equals(trait))) {
                carriers.add(entity);
            }
        }
        return carriers;
    }

    private void unknown(
            Definition field, String attribute, ProblemCode code, Map<String, Definition> known) {
        var node = field.attributes().get(attribute);
        if (node != null) {
            var name = field.text(attribute).orElse("");
            problems.add(ShapeCheck.unknown(code, node, name, known.keySet()));
        }
    }

    private void related(Definition field, Definition target, String related) {
        var names = lists.computeIfAbsent(target.name(), name -> new LinkedHashSet<>());
        var taken = target.within("fields").containsKey(related) || Names.isReserved(related);
        if (!names.add(related) || taken) {
            problems.add(
                    Problem.of(
                            ProblemCode.NAME_TAKEN,
                            field.place("related"),
                            Map.of("name", related, "entity", target.name())));
        }
    }
}
