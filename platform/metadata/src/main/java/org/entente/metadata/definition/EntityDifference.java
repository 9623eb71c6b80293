package org.entente.metadata.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.metadata.definition.Effect.Kind;
import org.entente.metadata.definition.Matching.Pair;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.Option;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Rule;
import org.entente.metadata.model.Trait;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Compares entities and what stands within them. */
final class EntityDifference {

    private final List<Effect> effects;
    private final List<Problem> problems;
    private final Map<String, String> renamedTraits;
    private final Map<String, String> renamedEntities;
    private final Matching<Entity> matching;

    EntityDifference(Model before, Model after, List<Effect> effects, List<Problem> problems) {
        this.effects = effects;
        this.problems = problems;
        this.matching =
                Matching.of(before.entities().values(), after.entities().values(), Entity::key);
        this.renamedEntities = matching.renamed(Entity::name);
        this.renamedTraits =
                Matching.of(before.traits().values(), after.traits().values(), Trait::key)
                        .renamed(Trait::name);
    }

    void compare() {
        matching.removed().forEach(entity -> unsupported(path(entity), "removed"));
        matching.added().forEach(entity -> effect(Kind.ENTITY_ADDED, path(entity)));
        matching.pairs().forEach(this::compare);
    }

    private void compare(Pair<Entity> pair) {
        var before = pair.before();
        var after = pair.after();
        renamed(path(before), path(after));
        if (!attributes(before).equals(attributes(after))) {
            effect(Kind.DEFINITION_CHANGED, path(after));
        }
        var kept = before.traits().stream().map(name -> renamedTraits.getOrDefault(name, name));
        if (!after.traits().containsAll(kept.toList())) {
            unsupported(path(after), "trait removed");
        }
        fields(before, after);
        uniqueGroups(before, after);
        rules(before, after);
        views(before, after);
        if (!before.layout().equals(after.layout())) {
            effect(Kind.DEFINITION_CHANGED, path(after) + "/layout");
        }
    }

    private static List<Object> attributes(Entity entity) {
        return List.of(entity.label(), entity.plural(), entity.naming(), entity.traits());
    }

    private void fields(Entity before, Entity after) {
        var matching = Matching.of(before.fields().values(), after.fields().values(), Field::key);
        matching.removed().forEach(field -> unsupported(path(before, field), "removed"));
        matching.added().forEach(field -> effect(Kind.FIELD_ADDED, path(after, field)));
        for (var pair : matching.pairs()) {
            var path = path(after, pair.after());
            renamed(path(after, pair.before()), path);
            field(pair, path);
        }
    }

    private void field(Pair<Field> pair, String path) {
        var before = pair.before();
        var after = pair.after();
        new TypeChange(renamedEntities, renamedTraits, reason -> unsupported(path, reason))
                .check(before.type(), after.type());
        if (before.flags().unique() != after.flags().unique()) {
            unsupported(path, "unique");
        }
        if (!before.flags().filterable() && after.flags().filterable()) {
            unsupported(path, "filterable");
        }
        if (before.sensitivity() != after.sensitivity()
                && before.sensitivity() == Field.Sensitivity.SECRET) {
            unsupported(path, "secret");
        }
        if (before.type() instanceof ChoiceType(var was)
                && after.type() instanceof ChoiceType(var is)) {
            options(was, is, path);
        }
        if (!before.equals(after) && before.name().equals(after.name())) {
            effect(Kind.DEFINITION_CHANGED, path);
        }
    }

    private void options(Map<String, Option> before, Map<String, Option> after, String path) {
        var matching = Matching.of(before.values(), after.values(), Option::key);
        matching.removed()
                .forEach(option -> unsupported(path + "/options/" + option.name(), "removed"));
        matching.added()
                .forEach(option -> effect(Kind.OPTION_ADDED, path + "/options/" + option.name()));
        matching.pairs()
                .forEach(pair ->
                        renamed(
                                path + "/options/" + pair.before().name(),
                                path + "/options/" + pair.after().name()));
    }

    /** Records that are there may break a new group, and none of them was ever checked for it. */
    private void uniqueGroups(Entity before, Entity after) {
        var keysBefore = keysOfGroups(before);
        var keysAfter = keysOfGroups(after);
        if (!keysAfter.containsAll(keysBefore) || !keysBefore.containsAll(keysAfter)) {
            unsupported(path(after), "unique");
        }
    }

    private static Set<List<String>> keysOfGroups(Entity entity) {
        var groups = new HashSet<List<String>>();
        for (var group : entity.unique()) {
            groups.add(
                    group.stream()
                            .map(name -> entity.field(name).map(Field::key).orElse(name))
                            .toList());
        }
        return groups;
    }

    /** Records that break a new rule stay as they are until they are changed. */
    private void rules(Entity before, Entity after) {
        var path = path(after) + "/rules/";
        var matching = Matching.of(before.rules().values(), after.rules().values(), Rule::key);
        matching.removed().forEach(rule -> effect(Kind.DEFINITION_REMOVED, path + rule.name()));
        matching.added().forEach(rule -> effect(Kind.DEFINITION_ADDED, path + rule.name()));
        for (var pair : matching.pairs()) {
            renamed(path + pair.before().name(), path + pair.after().name());
            if (!pair.before().equals(pair.after())
                    && pair.before().name().equals(pair.after().name())) {
                effect(Kind.DEFINITION_CHANGED, path + pair.after().name());
            }
        }
    }

    private void views(Entity before, Entity after) {
        var path = path(after) + "/views/";
        var matching =
                Matching.of(
                        before.views().entrySet(),
                        after.views().entrySet(),
                        view ->
                                view.getValue() instanceof Map<?, ?> body
                                        ? String.valueOf(body.get("key"))
                                        : view.getKey());
        matching.removed().forEach(view -> effect(Kind.DEFINITION_REMOVED, path + view.getKey()));
        matching.added().forEach(view -> effect(Kind.DEFINITION_ADDED, path + view.getKey()));
        for (var pair : matching.pairs()) {
            renamed(path + pair.before().getKey(), path + pair.after().getKey());
            if (!Objects.equals(pair.before().getValue(), pair.after().getValue())) {
                effect(Kind.DEFINITION_CHANGED, path + pair.after().getKey());
            }
        }
    }

    private static String path(Entity entity) {
        return "entities/" + entity.name();
    }

    private static String path(Entity entity, Field field) {
        return path(entity) + "/fields/" + field.name();
    }

    private void renamed(String was, String path) {
        if (!was.equals(path)) {
            effects.add(new Effect(Kind.RENAMED, path, was));
        }
    }

    private void effect(Kind kind, String path) {
        effects.add(new Effect(kind, path, ""));
    }

    private void unsupported(String path, String reason) {
        problems.add(Problem.of(ProblemCode.CHANGE_NOT_SUPPORTED, path, Map.of("reason", reason)));
    }
}
