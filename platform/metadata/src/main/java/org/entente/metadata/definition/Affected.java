package org.entente.metadata.definition;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.metadata.definition.Effect.Kind;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.Use;
import org.entente.metadata.expression.Use.Meaning.OfField;
import org.entente.metadata.expression.Use.Meaning.OfList;
import org.entente.metadata.expression.Use.Meaning.OfOption;
import org.entente.metadata.expression.Use.Meaning.OfTrait;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.FieldType.FormulaType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.RollUpType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Role.Scope.OfEntity;
import org.jspecify.annotations.Nullable;

/** Finds which definitions use what a change of the model touches. */
public final class Affected {

    /** What is new is used by nobody yet; what is changed otherwise changes for nobody else. */
    private static final Set<Kind> TOUCHING =
            Set.of(
                    Kind.ENTITY_REMOVED,
                    Kind.FIELD_REMOVED,
                    Kind.OPTION_REMOVED,
                    Kind.TYPE_CHANGED,
                    Kind.MADE_REQUIRED,
                    Kind.MADE_UNIQUE,
                    Kind.RENAMED);

    private final Model model;
    private final Set<String> keys;
    private final Set<String> found = new LinkedHashSet<>();

    private Affected(Model model, Set<String> keys) {
        this.model = model;
        this.keys = keys;
    }

    /**
     * Paths of the definitions that use what the effects touch, as they will be named.
     *
     * @param checks what is expected of the next model
     */
    public static List<String> by(
            Model before, Model after, List<Effect> effects, List<Check> checks) {
        var keys = new HashSet<String>();
        for (var effect : effects) {
            if (TOUCHING.contains(effect.kind())) {
                key(after, effect.path(), keys);
                key(before, effect.path(), keys);
            }
        }
        var affected = new Affected(after, keys);
        affected.look();
        checks.stream()
                .filter(check -> new CheckWords(check, before, after).use(keys))
                .forEach(check -> affected.found.add("checks/" + check.name()));
        effects.forEach(effect -> affected.found.remove(effect.path()));
        return List.copyOf(affected.found);
    }

    private static void key(Model model, String path, Set<String> keys) {
        var steps = path.split("/", -1);
        if (steps.length < 2 || !steps[0].equals("entities")) {
            return;
        }
        var entity = model.entity(steps[1]);
        if (steps.length == 2) {
            entity.ifPresent(known -> keys.add(known.key()));
        } else if (steps.length > 3 && steps[2].equals("fields")) {
            entity.flatMap(known -> known.field(steps[3]))
                    .ifPresent(field -> keys.add(field.key()));
        }
    }

    private void look() {
        model.entities().values().forEach(this::entity);
        for (var role : model.roles().values()) {
            role.grants().stream()
                    .filter(grant ->
                            grant.on() instanceof OfEntity(var name)
                                    && model.entity(name)
                                            .filter(entity -> keys.contains(entity.key()))
                                            .isPresent())
                    .forEach(grant -> found.add("roles/" + role.name()));
        }
    }

    private void entity(Entity entity) {
        var path = "entities/" + entity.name();
        note(path, entity, Stream.of(entity.naming()));
        entity.fields().values().forEach(field -> field(entity, field, path));
        entity.views()
                .forEach((name, view) -> note(path + "/views/" + name, entity, texts(view, false)));
        entity.rules()
                .forEach((name, rule) ->
                        note(
                                path + "/rules/" + name,
                                entity,
                                Stream.concat(Stream.of(rule.check()), rule.at().stream())));
        note(path + "/layout", entity, texts(entity.layout(), false));
        note(path, entity, entity.unique().stream().flatMap(List::stream));
    }

    private void field(Entity entity, Field field, String at) {
        var path = at + "/fields/" + field.name();
        note(path, entity, Stream.concat(field.defaultValue().stream(), field.visible().stream()));
        if (field.required() instanceof Requirement.When(var text)) {
            note(path, entity, Stream.of(text));
        }
        switch (field.type()) {
            case ReferenceType reference -> target(reference.to(), path);
            case MultiReferenceType references -> target(references.to(), path);
            case FormulaType(_, var text, _) -> note(path, entity, Stream.of(text));
            case RollUpType rollUp -> rollUp(entity, rollUp, path);
            default -> {}
        }
    }

    private void target(String entity, String path) {
        model.entity(entity)
                .filter(target -> keys.contains(target.key()))
                .ifPresent(target -> found.add(path));
    }

    private void rollUp(Entity entity, RollUpType rollUp, String path) {
        Computations.list(model, entity, rollUp)
                .ifPresent(list -> {
                    if (keys.contains(list.field().key()) || keys.contains(list.entity().key())) {
                        found.add(path);
                    }
                    note(
                            path,
                            list.entity(),
                            Stream.concat(rollUp.of().stream(), rollUp.when().stream()));
                });
    }

    /** Names and expressions in a view or a layout; labels are neither. */
    private static Stream<String> texts(@Nullable Object part, boolean within) {
        return switch (part) {
            case String text when within ->
                    Stream.of(text.startsWith("-") ? text.substring(1) : text);
            case List<?> items -> items.stream().flatMap(item -> texts(item, true));
            case Map<?, ?> named ->
                    named.entrySet().stream()
                            .filter(entry -> !String.valueOf(entry.getKey()).equals("label"))
                            .flatMap(entry ->
                                    texts(entry.getValue(), entry.getKey().equals("filter")));
            case null, default -> Stream.of();
        };
    }

    private void note(String path, Entity entity, Stream<String> texts) {
        if (texts.anyMatch(text -> uses(entity, text))) {
            found.add(path);
        }
    }

    private boolean uses(Entity entity, String text) {
        return uses(model, keys, entity, text);
    }

    /** Whether a text that stands in an entity names something that has one of these keys. */
    static boolean uses(Model model, Set<String> keys, Entity entity, String text) {
        var scope = Scope.ofChange(model, entity, Visibility.EVERYTHING);
        return ExpressionCompiler.uses(scope, text, Expected.any()).stream()
                .flatMap(use -> fields(model, use.meaning()))
                .anyMatch(field -> keys.contains(field.key()));
    }

    private static Stream<Field> fields(Model model, Use.Meaning meaning) {
        return switch (meaning) {
            case OfField(var entity, var name) ->
                    model.entity(entity).flatMap(one -> one.field(name)).stream();
            case OfTrait(var trait, var name) ->
                    model.carriers(trait).stream().flatMap(one -> one.field(name).stream());
            case OfList(var entity, var name, _) ->
                    model.entity(entity).flatMap(one -> one.field(name)).stream();
            case OfOption _ -> Stream.of();
        };
    }
}
