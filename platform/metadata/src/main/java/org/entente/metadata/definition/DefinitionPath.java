package org.entente.metadata.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A path of a change set: {@code entities/contract/fields/due}.
 *
 * @param steps its names in order; those at odd places are names of definitions
 */
record DefinitionPath(List<String> steps) {

    /** Sections that a definition of each section has; {@code layout} has no name of its own. */
    private static final Map<String, Set<String>> WITHIN =
            Map.of(
                    "entities", Set.of("fields", "rules", "views"),
                    "traits", Set.of("fields"),
                    "roles", Set.of());

    private static final Map<String, String> KEYWORDS =
            Map.of("entities", "entity", "traits", "trait", "roles", "role", "tenant", "tenant");

    /** The path, or empty when there can be nothing at it. */
    static Optional<DefinitionPath> parse(String text) {
        var steps = List.of(text.split("/", 6));
        var known =
                switch (steps.size()) {
                    case 1 -> text.equals("tenant");
                    case 2 -> WITHIN.containsKey(steps.get(0));
                    case 3 -> steps.get(0).equals("entities") && steps.get(2).equals("layout");
                    case 4 -> WITHIN.getOrDefault(steps.get(0), Set.of()).contains(steps.get(2));
                    default -> false;
                };
        var named = steps.stream().noneMatch(String::isEmpty);
        return known && named ? Optional.of(new DefinitionPath(steps)) : Optional.empty();
    }

    String name() {
        return steps.getLast();
    }

    /** Whether it is of the whole tenant or a layout, which have no name of their own. */
    boolean nameless() {
        return steps.size() % 2 == 1;
    }

    /** The section that holds the definition. */
    List<String> holder() {
        return steps.subList(0, steps.size() - 1);
    }

    /** The definition within which this one stands; empty when it stands in none. */
    Optional<DefinitionPath> whole() {
        return steps.size() > 2
                ? Optional.of(new DefinitionPath(steps.subList(0, 2)))
                : Optional.empty();
    }

    /** The keyword under which a file would say the name again. */
    Optional<String> keyword() {
        return steps.size() > 2
                ? Optional.empty()
                : Optional.ofNullable(KEYWORDS.get(steps.getFirst()));
    }

    String text() {
        return String.join("/", steps);
    }
}
