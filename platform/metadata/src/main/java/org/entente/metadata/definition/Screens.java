package org.entente.metadata.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.metadata.definition.Merger.Merged;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Checks that views and layouts show what there is. */
final class Screens {

    private final Merged merged;
    private final Paths paths;
    private final Map<String, Set<String>> related;
    private final boolean complete;
    private final List<Problem> problems;

    /**
     * @param related names of the related lists of each entity
     * @param complete whether these are all that there are
     */
    Screens(
            Merged merged,
            Map<String, Set<String>> related,
            boolean complete,
            List<Problem> problems) {
        this.merged = merged;
        this.paths = new Paths(merged);
        this.related = related;
        this.complete = complete;
        this.problems = problems;
    }

    void check(Definition entity) {
        if (entity.broken() || !hasAllTraits(entity)) {
            return;
        }
        for (var view : entity.within("views").values()) {
            view.items("columns").forEach(item -> path(entity, item, item.value().toString()));
            for (var item : view.items("sort")) {
                var path = item.value().toString();
                path(entity, item, path.startsWith("-") ? path.substring(1) : path);
            }
        }
        for (var layout : entity.within("layout").values()) {
            fields(entity, layout.items("highlights"));
            layout.nodes("tabs").forEach(tab -> tab(entity, tab));
        }
    }

    /** Else fields would seem to be missing that its trait would have brought. */
    private boolean hasAllTraits(Definition entity) {
        return entity.items("traits").stream()
                .map(item -> merged.traits().get(item.value().toString()))
                .allMatch(trait -> trait != null && !trait.broken());
    }

    private void tab(Definition entity, Node node) {
        if (node instanceof Mapping tab) {
            if (tab.entries().get("sections")
                    instanceof Listing(List<Node> sections, String place)) {
                sections.forEach(section -> section(entity, section));
            }
            for (var item : items(tab, "related")) {
                related(entity, item);
            }
        }
    }

    private void section(Definition entity, Node node) {
        if (node instanceof Mapping section) {
            fields(entity, items(section, "fields"));
        }
    }

    private static List<Scalar> items(Mapping mapping, String name) {
        return Definition.items(mapping.entries().getOrDefault(name, mapping));
    }

    private void fields(Definition entity, List<Scalar> items) {
        items.forEach(item -> path(entity, item, item.value().toString()));
    }

    private void path(Definition entity, Scalar item, String path) {
        paths.problem(entity, item, path).ifPresent(problems::add);
    }

    private void related(Definition entity, Scalar item) {
        var known = related.getOrDefault(entity.name(), Set.of());
        var name = item.value().toString();
        if (complete && !known.contains(name)) {
            problems.add(ShapeCheck.unknown(ProblemCode.UNKNOWN_NAME, item, name, known));
        }
    }
}
