package org.entente.metadata.definition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.metadata.definition.Effect.Kind;
import org.entente.metadata.definition.Matching.Pair;
import org.entente.metadata.definition.ModelDifference.Findings;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.OfOptions;
import org.entente.metadata.model.FieldType.Option;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Rule;
import org.entente.metadata.model.Trait;

/** Compares entities and what stands within them. */
final class EntityDifference {

    private final Findings findings;
    private final TypeChange types;
    private final Matching<Entity> matching;

    EntityDifference(Model before, Model after, Findings findings) {
        this.findings = findings;
        this.matching =
                Matching.of(before.entities().values(), after.entities().values(), Entity::key);
        var renamedEntities = matching.renamed(Entity::name);
        var renamedTraits =
                Matching.of(before.traits().values(), after.traits().values(), Trait::key)
                        .renamed(Trait::name);
        this.types = new TypeChange(renamedEntities, renamedTraits);
    }

    void compare() {
        matching.removed()
                .forEach(entity ->
                        findings.touch(
                                Kind.ENTITY_REMOVED,
                                new DataTouch.EntityRemoved(path(entity), entity)));
        matching.added().forEach(entity -> findings.effect(Kind.ENTITY_ADDED, path(entity)));
        matching.pairs().forEach(this::compare);
    }

    private void compare(Pair<Entity> pair) {
        var before = pair.before();
        var after = pair.after();
        renamed(path(before), path(after));
        if (!attributes(before).equals(attributes(after))) {
            effect(Kind.DEFINITION_CHANGED, path(after));
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
        matching.removed().forEach(field -> removed(before, field));
        for (var field : matching.added()) {
            findings.effect(Kind.FIELD_ADDED, path(after, field));
            if (field.required() instanceof Requirement.Always && field.defaultValue().isEmpty()) {
                madeRequired(before, path(after, field), field);
            }
        }
        for (var pair : matching.pairs()) {
            var path = path(after, pair.after());
            renamed(path(after, pair.before()), path);
            field(before, pair, path);
        }
    }

    private void removed(Entity entity, Field field) {
        var path = path(entity, field);
        if (field.type() instanceof FieldType.Computed) {
            findings.effect(Kind.FIELD_REMOVED, path);
        } else {
            findings.touch(Kind.FIELD_REMOVED, new DataTouch.FieldRemoved(path, entity, field));
        }
    }

    private void madeRequired(Entity entity, String path, Field field) {
        findings.touch(Kind.MADE_REQUIRED, new DataTouch.MadeRequired(path, entity, field));
    }

    private void field(Entity entity, Pair<Field> pair, String path) {
        var before = pair.before();
        var after = pair.after();
        type(entity, pair, path);
        if (!before.flags().unique() && after.flags().unique()) {
            findings.touch(
                    Kind.MADE_UNIQUE, new DataTouch.MadeUnique(path, entity, List.of(before)));
        }
        if (!(before.required() instanceof Requirement.Always)
                && after.required() instanceof Requirement.Always) {
            madeRequired(entity, path, after);
        }
        if (before.sensitivity() != after.sensitivity()
                && before.sensitivity() == Field.Sensitivity.SECRET) {
            findings.unsupported(path, "secret");
        }
        if (before.type() instanceof OfOptions was && after.type() instanceof OfOptions is) {
            var options = Matching.of(was.options().values(), is.options().values(), Option::key);
            options(entity, before, options, path);
        }
        if (!before.equals(after) && before.name().equals(after.name())) {
            findings.effect(Kind.DEFINITION_CHANGED, path);
        }
    }

    private void type(Entity entity, Pair<Field> pair, String path) {
        var before = pair.before().type();
        var after = pair.after().type();
        switch (types.between(before, after)) {
            case SAME -> {}
            case OTHER -> findings.unsupported(path, "type");
            case NARROWER, CONVERTED ->
                    findings.touch(
                            Kind.TYPE_CHANGED,
                            new DataTouch.Reshaped(path, entity, pair.before(), pair.after()));
        }
    }

    private void options(Entity entity, Field field, Matching<Option> matching, String path) {
        for (var option : matching.removed()) {
            var at = path + "/options/" + option.name();
            findings.touch(
                    Kind.OPTION_REMOVED, new DataTouch.OptionRemoved(at, entity, field, option));
        }
        matching.added()
                .forEach(option ->
                        findings.effect(Kind.OPTION_ADDED, path + "/options/" + option.name()));
        matching.pairs()
                .forEach(pair ->
                        renamed(
                                path + "/options/" + pair.before().name(),
                                path + "/options/" + pair.after().name()));
    }

    /** Records that are there may break a new group; one that goes holds nobody back. */
    private void uniqueGroups(Entity before, Entity after) {
        var known = before.unique().stream().map(group -> keys(before, group)).toList();
        for (var group : after.unique()) {
            var keys = keys(after, group);
            if (!known.contains(keys)) {
                var fields =
                        before.fields().values().stream()
                                .filter(field -> keys.contains(field.key()))
                                .toList();
                findings.touch(
                        Kind.MADE_UNIQUE, new DataTouch.MadeUnique(path(after), before, fields));
            }
        }
        if (known.size() > after.unique().size()) {
            findings.effect(Kind.DEFINITION_CHANGED, path(after));
        }
    }

    private static List<String> keys(Entity entity, List<String> group) {
        return group.stream().map(name -> entity.field(name).map(Field::key).orElse(name)).toList();
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
        findings.renamed(was, path);
    }

    private void effect(Kind kind, String path) {
        findings.effect(kind, path);
    }
}
