package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.metadata.definition.Merger.Merged;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.Rule;
import org.entente.metadata.model.Text;
import org.entente.metadata.model.Trait;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Compiles entities and traits. */
final class EntityCompiler {

    private static final int MAX_FIELDS = 500;

    /** Types that name a record when nothing else is said. */
    private static final Set<String> NAMING = Set.of("text", "email", "phone", "auto_number");

    /** Types whose values are made a text to name a record. */
    private static final Set<String> TO_TEXT =
            Set.of("integer", "decimal", "percent", "boolean", "date", "date_time", "choice");

    private final Merged merged;
    private final List<Problem> problems;
    private final FieldCompiler fields;

    EntityCompiler(Merged merged, List<Problem> problems) {
        this.merged = merged;
        this.problems = problems;
        this.fields = new FieldCompiler(problems);
    }

    /** A trait; its fields are compiled for themselves when nothing carries it yet. */
    Trait compileTrait(Definition trait) {
        var carried =
                merged.entities().values().stream()
                        .anyMatch(entity -> names(entity.items("traits")).contains(trait.name()));
        if (!carried) {
            trait.within("fields").values().forEach(fields::compile);
        }
        return new Trait(
                trait.name(),
                trait.key(),
                trait.rank(),
                label(trait),
                List.copyOf(trait.within("fields").keySet()));
    }

    Entity compile(Definition entity) {
        var compiled = fields(entity);
        var label = label(entity);
        return new Entity(
                entity.name(),
                entity.key(),
                entity.rank(),
                label,
                entity.localized("plural").orElse(label),
                traits(entity),
                naming(entity, compiled),
                compiled,
                unique(entity),
                rules(entity),
                views(entity),
                layout(entity));
    }

    private static Text label(Definition definition) {
        return definition
                .localized("label")
                .orElseGet(() -> Text.of(Names.humanised(definition.name())));
    }

    private Map<String, Field> fields(Definition entity) {
        var definitions = entity.within("fields").values();
        if (definitions.size() > MAX_FIELDS) {
            problems.add(
                    Problem.of(
                            ProblemCode.LIMIT_REACHED,
                            entity.place(),
                            Map.of("name", "fields", "max", MAX_FIELDS)));
            return Map.of();
        }
        var compiled = new LinkedHashMap<String, Field>();
        for (var definition : definitions) {
            fields.compile(definition).ifPresent(field -> compiled.put(field.name(), field));
        }
        return compiled;
    }

    /**
     * A field's name, as a text, or an expression. Without a naming, the first text names a record,
     * and without any text its creation.
     */
    private static String naming(Definition entity, Map<String, Field> fields) {
        var said = entity.text("name").orElseGet(() -> usualNaming(fields));
        var field = fields.get(said);
        return field != null && TO_TEXT.contains(resultOf(field).keyword())
                ? "text(" + said + ")"
                : said;
    }

    private static FieldType resultOf(Field field) {
        return field.type() instanceof Computed computed ? computed.as() : field.type();
    }

    private static String usualNaming(Map<String, Field> fields) {
        var name = fields.get("name");
        if (name != null && name.type() instanceof TextType) {
            return "name";
        }
        return fields.values().stream()
                .filter(field -> NAMING.contains(field.type().keyword()))
                .filter(field -> field.sensitivity() != Field.Sensitivity.SECRET)
                .map(Field::name)
                .findFirst()
                .orElse("text(created_at)");
    }

    private List<String> traits(Definition entity) {
        var known = new ArrayList<String>();
        for (var item : entity.items("traits")) {
            var trait = item.value().toString();
            if (!merged.traits().containsKey(trait)) {
                problems.add(
                        ShapeCheck.unknown(
                                ProblemCode.UNKNOWN_TRAIT, item, trait, merged.traits().keySet()));
            } else if (!known.contains(trait)) {
                known.add(trait);
            }
        }
        return known;
    }

    private List<List<String>> unique(Definition entity) {
        var groups = new ArrayList<List<String>>();
        for (var group : entity.nodes("unique")) {
            var items = Definition.items(group);
            if (items.isEmpty()) {
                problems.add(
                        Problem.of(ProblemCode.MISSING, group.place(), Map.of("name", "unique")));
            }
            items.forEach(item -> checkUnique(entity, item));
            groups.add(names(items));
        }
        return groups;
    }

    private void checkUnique(Definition entity, Scalar item) {
        var name = item.value().toString();
        var field = entity.within("fields").get(name);
        if (field == null) {
            problems.add(
                    ShapeCheck.unknown(
                            ProblemCode.UNKNOWN_FIELD,
                            item,
                            name,
                            entity.within("fields").keySet()));
        } else if (!FieldCompiler.canBeUnique(field)) {
            problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            item.place(),
                            Map.of("name", name, "conflict", "type")));
        }
    }

    private Map<String, Rule> rules(Definition entity) {
        var rules = new LinkedHashMap<String, Rule>();
        for (var rule : entity.within("rules").values()) {
            checkRule(entity, rule);
            rules.put(
                    rule.name(),
                    new Rule(
                            rule.name(),
                            rule.key(),
                            rule.rank(),
                            rule.text("check").orElse("true"),
                            rule.text("at"),
                            rule.localized("message")
                                    .orElseGet(() -> Text.of(Names.humanised(rule.name())))));
        }
        return rules;
    }

    private void checkRule(Definition entity, Definition rule) {
        if (rule.text("check").isEmpty() && !rule.broken()) {
            problems.add(Problem.of(ProblemCode.MISSING, rule.place(), Map.of("name", "check")));
        }
        var at = rule.text("at");
        if (at.isPresent()
                && !entity.within("fields").containsKey(at.get())
                && rule.attributes().get("at") instanceof Scalar item) {
            problems.add(
                    ShapeCheck.unknown(
                            ProblemCode.UNKNOWN_FIELD,
                            item,
                            at.get(),
                            entity.within("fields").keySet()));
        }
    }

    private static Map<String, Object> views(Definition entity) {
        var views = new LinkedHashMap<String, Object>();
        for (var view : entity.within("views").values()) {
            var plain = plain(view);
            plain.put("key", view.key());
            views.put(view.name(), plain);
        }
        return views;
    }

    private static Map<String, Object> layout(Definition entity) {
        var layout = entity.within("layout").get("layout");
        return layout == null ? Map.of() : plain(layout);
    }

    private static Map<String, Object> plain(Definition definition) {
        var plain = new LinkedHashMap<String, Object>();
        definition
                .attributes()
                .forEach((name, node) -> {
                    var value = PlainTree.plain(node);
                    if (value != null && !name.equals("override")) {
                        plain.put(name, value);
                    }
                });
        return plain;
    }

    private static List<String> names(List<Scalar> items) {
        return items.stream().map(item -> item.value().toString()).toList();
    }
}
