package org.entente.metadata.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What a check names: fields in the values that it gives and expects, in its conditions, and the
 * entities of its records. It may still use a name from before a renaming.
 */
final class CheckWords {

    private static final Set<String> CONDITIONS = Set.of("filter", "holds");
    private static final Set<String> OF_ENTITY = Set.of("create", "list", "form");
    private static final Set<String> OF_RECORD = Set.of("update", "delete", "restore", "read");

    private final Map<?, ?> check;
    private final Model before;
    private final Model after;
    private final Map<String, String> cast = new HashMap<>();

    CheckWords(Check check, Model before, Model after) {
        this.check = map(check.plain());
        this.before = before;
        this.after = after;
        cast.put("$me", "user");
    }

    private static Map<?, ?> map(@Nullable Object plain) {
        return plain instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Whether it uses something that has one of these keys. */
    boolean use(Set<String> keys) {
        var used = false;
        if (check.get("given") instanceof List<?> given) {
            for (var one : given) {
                var record = map(one);
                var entity = String.valueOf(record.get("entity"));
                cast.put("$" + record.get("as"), entity);
                used |= names(entity, record.get("values"), keys);
            }
        }
        var when = map(check.get("when"));
        var entity = subject(when);
        return used || names(entity, when, keys) || names(entity, check.get("then"), keys);
    }

    private String subject(Map<?, ?> when) {
        for (var word : when.entrySet()) {
            var object = String.valueOf(word.getValue());
            if (OF_ENTITY.contains(String.valueOf(word.getKey()))) {
                return object;
            }
            if (OF_RECORD.contains(String.valueOf(word.getKey()))) {
                return cast.getOrDefault(object, "");
            }
        }
        return "";
    }

    private boolean names(String entity, @Nullable Object part, Set<String> keys) {
        return named(before, entity, part, keys) || named(after, entity, part, keys);
    }

    private static boolean named(
            Model model, String name, @Nullable Object part, Set<String> keys) {
        var entity = model.entity(name);
        return entity.isPresent()
                && (keys.contains(entity.get().key())
                        || new Within(model, entity.get(), keys).names(part, false));
    }

    /** What the parts of a check say of one entity. */
    private record Within(Model model, Entity entity, Set<String> keys) {

        boolean names(@Nullable Object part, boolean condition) {
            return switch (part) {
                case Map<?, ?> map ->
                        map.entrySet().stream()
                                .anyMatch(one -> {
                                    var word = String.valueOf(one.getKey());
                                    return isField(word)
                                            || names(one.getValue(), CONDITIONS.contains(word));
                                });
                case List<?> list -> list.stream().anyMatch(one -> names(one, condition));
                case String text when condition -> Affected.uses(model, keys, entity, text);
                case String text -> isField(text);
                case null, default -> false;
            };
        }

        private boolean isField(String word) {
            return Optional.ofNullable(entity.fields().get(word))
                    .filter(field -> keys.contains(field.key()))
                    .isPresent();
        }
    }
}
