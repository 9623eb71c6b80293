package org.entente.metadata.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.expression.Use.Meaning;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.FieldType.OfOptions;
import org.entente.metadata.model.FieldType.Option;
import org.entente.metadata.model.Model;

/** What is called otherwise from now on. */
sealed interface NewNames {

    /** The new name of what a word means, if it has one. */
    Optional<String> of(Meaning meaning);

    /** The new name of one of these options. */
    Optional<String> ofOption(Map<String, Option> options, String name);

    /** The name that a field of the changed layer still has in the model before. */
    String earlier(Entity entity, String field);

    /** How a word is spelled that means this. */
    static String spelled(Meaning meaning) {
        return switch (meaning) {
            case Meaning.OfField(_, var name) -> name;
            case Meaning.OfTrait(_, var name) -> name;
            case Meaning.OfList(_, _, var name) -> name;
            case Meaning.OfOption(_, var name) -> name;
        };
    }

    /** Whether a path leads into an entity, or into a trait that it carries. */
    static boolean isIn(DefinitionPath path, Entity entity) {
        return path.steps().get(0).equals("entities")
                ? path.steps().get(1).equals(entity.name())
                : entity.traits().contains(path.steps().get(1));
    }

    /** One field. */
    record OfField(Model before, DefinitionPath path, String to) implements NewNames {

        @Override
        public Optional<String> of(Meaning meaning) {
            var meant =
                    switch (meaning) {
                        case Meaning.OfField(var entity, var name) ->
                                name.equals(path.name())
                                        && before.entity(entity)
                                                .filter(one -> isIn(path, one))
                                                .isPresent();
                        case Meaning.OfTrait(var trait, var name) ->
                                name.equals(path.name())
                                        && path.steps()
                                                .subList(0, 2)
                                                .equals(List.of("traits", trait));
                        case Meaning.OfList _, Meaning.OfOption _ -> false;
                    };
            return meant ? Optional.of(to) : Optional.empty();
        }

        @Override
        public Optional<String> ofOption(Map<String, Option> options, String name) {
            return Optional.empty();
        }

        @Override
        public String earlier(Entity entity, String field) {
            return field.equals(to) && isIn(path, entity) ? path.name() : field;
        }
    }

    /**
     * Options and lists of the fields of one entity or trait.
     *
     * @param options new names by old ones, by field
     * @param lists the new name of the list on the other side, by field
     */
    record OfParts(
            Model before,
            DefinitionPath path,
            Map<String, Map<String, String>> options,
            Map<String, String> lists)
            implements NewNames {

        /** Whether something is called otherwise by one definition than by another. */
        static boolean differ(DefinitionPath path, Mapping was, Mapping is) {
            return !lists(path, was, is).isEmpty()
                    || options(path, was, is).values().stream().anyMatch(map -> !map.isEmpty());
        }

        /** What is called otherwise by one definition than by another; the keys tell. */
        static NewNames between(Model before, DefinitionPath path, Mapping was, Mapping is) {
            return new OfParts(before, path, options(path, was, is), lists(path, was, is));
        }

        private static Map<String, Map<String, String>> options(
                DefinitionPath path, Mapping was, Mapping is) {
            var options = new HashMap<String, Map<String, String>>();
            var now = fields(path, is);
            fields(path, was)
                    .forEach((name, field) ->
                            options.put(name, options(field, now.getOrDefault(name, field))));
            return options;
        }

        private static Map<String, String> lists(DefinitionPath path, Mapping was, Mapping is) {
            var lists = new HashMap<String, String>();
            var now = fields(path, is);
            fields(path, was)
                    .forEach((name, field) ->
                            list(field, now.getOrDefault(name, field))
                                    .ifPresent(to -> lists.put(name, to)));
            return lists;
        }

        private static Map<String, Mapping> fields(DefinitionPath path, Mapping body) {
            var fields = new HashMap<String, Mapping>();
            if (path.steps().size() == 2) {
                body.mapping("fields")
                        .entries()
                        .forEach((name, node) -> {
                            if (node instanceof Mapping field) {
                                fields.put(name, field);
                            }
                        });
            } else if (path.steps().size() == 4 && path.steps().get(2).equals("fields")) {
                fields.put(path.name(), body);
            }
            return fields;
        }

        private static Map<String, String> options(Mapping was, Mapping is) {
            var names = new HashMap<String, String>();
            var now = byKey(is);
            byKey(was)
                    .forEach((key, name) -> {
                        var to = now.getOrDefault(key, name);
                        if (!to.equals(name)) {
                            names.put(name, to);
                        }
                    });
            return names;
        }

        private static Map<Object, String> byKey(Mapping field) {
            var names = new HashMap<Object, String>();
            field.mapping("options")
                    .entries()
                    .forEach((name, node) -> {
                        if (node instanceof Mapping option
                                && option.entries().get("key") instanceof Scalar(var key, _)) {
                            names.put(key, name);
                        }
                    });
            return names;
        }

        private static Optional<String> list(Mapping was, Mapping is) {
            return was.entries().get("related") instanceof Scalar(var old, _)
                            && is.entries().get("related") instanceof Scalar(var now, _)
                            && !old.equals(now)
                    ? Optional.of(now.toString())
                    : Optional.empty();
        }

        @Override
        public Optional<String> of(Meaning meaning) {
            return switch (meaning) {
                case Meaning.OfList(var entity, var field, _) ->
                        before.entity(entity).filter(one -> isIn(path, one)).isPresent()
                                ? Optional.ofNullable(lists.get(field))
                                : Optional.empty();
                case Meaning.OfOption(var choice, var name) -> ofOption(choice.options(), name);
                case Meaning.OfField _, Meaning.OfTrait _ -> Optional.empty();
            };
        }

        @Override
        public Optional<String> ofOption(Map<String, Option> known, String name) {
            return options.entrySet().stream()
                    .filter(entry -> has(entry.getKey(), known))
                    .map(entry -> entry.getValue().get(name))
                    .filter(java.util.Objects::nonNull)
                    .findFirst();
        }

        private boolean has(String field, Map<String, Option> known) {
            return before.entities().values().stream()
                    .filter(entity -> isIn(path, entity))
                    .flatMap(entity -> entity.field(field).stream())
                    .anyMatch(found ->
                            found.type() instanceof OfOptions choice
                                    && choice.options().equals(known));
        }

        @Override
        public String earlier(Entity entity, String field) {
            return field;
        }
    }
}
