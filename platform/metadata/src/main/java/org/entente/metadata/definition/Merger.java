package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.metadata.definition.Definition.Kind;
import org.entente.metadata.definition.Node.Broken;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * Lays layers upon each other, the lowest rank first. What is new is added; what restates something
 * says {@code override: true}, and then what it states replaces what was stated. An entity's traits
 * and unique groups, and the options of a choice, may be added to without that.
 */
final class Merger {

    /** Attributes that may be restated to add to them. */
    private static final Set<String> ADDED_TO = Set.of("traits", "unique");

    private static final Set<String> ABOUT_MERGING = Set.of("key", "override");

    private final List<Layer> layers;
    private final List<Problem> problems;
    private final Map<String, Definition> traits = new LinkedHashMap<>();
    private final Map<String, Definition> roles = new LinkedHashMap<>();
    private final Map<String, Definition> entities = new LinkedHashMap<>();

    private Merger(List<Layer> layers, List<Problem> problems) {
        this.layers = layers.stream().sorted(Comparator.comparing(layer -> layer.rank())).toList();
        this.problems = problems;
    }

    /** All definitions by kind and name. */
    record Merged(
            List<Layer> layers,
            Map<String, Definition> entities,
            Map<String, Definition> traits,
            Map<String, Definition> roles) {}

    static Merged merge(List<Layer> layers, List<Problem> problems) {
        return new Merger(layers, problems).merge();
    }

    private Merged merge() {
        section("traits", Kind.TRAIT, traits);
        section("roles", Kind.ROLE, roles);
        section("entities", Kind.ENTITY, entities);
        layers.forEach(this::withinEntities);
        entities.values().forEach(this::addTraitFields);
        return new Merged(layers, entities, traits, roles);
    }

    private void section(String section, Kind kind, Map<String, Definition> target) {
        for (var layer : layers) {
            layer.section(section)
                    .entries()
                    .forEach((name, node) -> {
                        var path = section + "/" + name;
                        var definition = lay(kind, path, node, layer, target);
                        if (kind != Kind.ENTITY) {
                            within(definition, node, layer);
                        }
                    });
        }
    }

    /** What stands within an entity waits until it is known which traits the entity carries. */
    private void withinEntities(Layer layer) {
        layer.section("entities")
                .entries()
                .forEach((name, node) -> {
                    var entity = entities.get(name);
                    if (entity != null) {
                        within(entity, node, layer);
                    }
                });
    }

    private void within(Definition definition, Node node, Layer layer) {
        if (node instanceof Mapping body) {
            definition
                    .kind()
                    .sections()
                    .forEach((section, kind) -> parts(definition, section, kind, body, layer));
            var layout = body.entries().get("layout");
            if (definition.kind() == Kind.ENTITY && layout != null) {
                var path = definition.path() + "/layout";
                lay(Kind.LAYOUT, path, layout, layer, definition.within("layout"));
            }
        }
    }

    private void parts(Definition whole, String section, Kind kind, Mapping body, Layer layer) {
        if (body.entries().get(section) instanceof Broken) {
            whole.markBroken();
        }
        var target = whole.within(section);
        var inherited = inherited(whole, section);
        body.mapping(section)
                .entries()
                .forEach((name, part) -> {
                    var fromTrait = inherited.get(name);
                    if (fromTrait != null) {
                        target.putIfAbsent(name, fromTrait);
                    }
                    var path = whole.path() + "/" + section + "/" + name;
                    within(lay(kind, path, part, layer, target), part, layer);
                });
    }

    /** Lays one definition upon what is there; the definitions within it come afterwards. */
    private Definition lay(
            Kind kind, String path, Node node, Layer layer, Map<String, Definition> target) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var existing = target.get(name);
        var body = node instanceof Mapping mapping ? mapping : Mapping.empty(node.place());
        if (existing == null) {
            var created = create(kind, path, body, layer);
            target.put(name, created);
            existing = created;
        } else {
            restate(existing, body, layer);
        }
        if (node instanceof Broken) {
            existing.markBroken();
        }
        return existing;
    }

    private Definition create(Kind kind, String path, Mapping body, Layer layer) {
        var definition = new Definition(kind, path, layer, body.place());
        definition.attributes().putAll(own(kind, body));
        definition.attributes().remove("override");
        if (overrides(body)) {
            definition.markBroken();
            problems.add(
                    Problem.of(
                            ProblemCode.NOTHING_TO_OVERRIDE, body.place(), Map.of("path", path)));
        }
        return definition;
    }

    private void restate(Definition existing, Mapping body, Layer layer) {
        var own = own(existing.kind(), body);
        checkKey(existing, own);
        own.keySet().removeAll(ABOUT_MERGING);
        if (overrides(body)) {
            override(existing, own);
            return;
        }
        ADDED_TO.forEach(name -> add(existing, name, own));
        own.keySet().removeAll(ADDED_TO);
        if (!own.isEmpty()) {
            problems.add(twoWriters(existing, body.place(), layer.source()));
        }
    }

    private static Problem twoWriters(Definition existing, String place, String source) {
        return Problem.of(
                ProblemCode.TWO_WRITERS,
                place,
                Map.of(
                        "path", existing.path(),
                        "source", source,
                        "first", existing.place(),
                        "first_source", existing.source()));
    }

    private void checkKey(Definition existing, Map<String, Node> own) {
        if (own.get("key") instanceof Scalar(Object key, String place)
                && !key.equals(existing.key())) {
            problems.add(
                    Problem.of(
                            ProblemCode.KEY_TAKEN,
                            place,
                            Map.of("path", existing.path(), "key", existing.key())));
        }
    }

    private static void override(Definition existing, Map<String, Node> own) {
        var type = own.get("type");
        if (existing.kind() == Kind.FIELD && type != null && !sameType(existing, type)) {
            existing.attributes().keySet().retainAll(Shapes.OF_EVERY_FIELD.keySet());
            existing.within("options").clear();
        }
        existing.attributes().putAll(own);
    }

    private static boolean sameType(Definition existing, Node type) {
        return type instanceof Scalar(Object word, String at)
                && existing.text("type").filter(word.toString()::equals).isPresent();
    }

    private static void add(Definition existing, String name, Map<String, Node> own) {
        if (!(own.get(name) instanceof Listing(List<Node> more, String place))) {
            return;
        }
        var all = new ArrayList<Node>();
        if (existing.attributes().get(name) instanceof Listing(List<Node> there, String at)) {
            all.addAll(there);
        }
        var known = new ArrayList<>(all.stream().map(PlainTree::plain).toList());
        more.stream().filter(item -> !known.contains(PlainTree.plain(item))).forEach(all::add);
        existing.attributes().put(name, new Listing(all, place));
    }

    private static Map<String, Node> own(Kind kind, Mapping body) {
        var own = new LinkedHashMap<>(body.entries());
        own.keySet().removeAll(kind.sections().keySet());
        own.remove("layout");
        return own;
    }

    private static boolean overrides(Mapping body) {
        return body.entries().get("override") instanceof Scalar(Object value, String at)
                && value.equals(true);
    }

    private Map<String, Definition> inherited(Definition definition, String section) {
        return definition.kind() == Kind.ENTITY && section.equals("fields")
                ? traitFields(definition, new ArrayList<>())
                : Map.of();
    }

    private void addTraitFields(Definition entity) {
        traitFields(entity, problems)
                .forEach((name, field) -> entity.within("fields").putIfAbsent(name, field));
    }

    private Map<String, Definition> traitFields(Definition entity, List<Problem> clashes) {
        var fields = new LinkedHashMap<String, Definition>();
        for (var item : entity.items("traits")) {
            var trait = traits.get(item.value().toString());
            if (trait == null) {
                continue;
            }
            for (var field : trait.within("fields").values()) {
                var first = fields.putIfAbsent(field.name(), copied(entity, field));
                if (first != null && !first.place().equals(field.place())) {
                    clashes.add(twoWriters(first, item.place(), trait.name()));
                }
            }
        }
        return fields;
    }

    private static Definition copied(Definition entity, Definition field) {
        return field.copy(
                entity.path() + "/fields/" + field.name(), Keys.derived(entity.key(), field.key()));
    }
}
