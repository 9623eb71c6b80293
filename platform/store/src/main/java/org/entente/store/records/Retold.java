package org.entente.store.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.MultiChoiceType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.Option;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.SystemFields;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What {@link Told} has written, in the names of the model as it is now. */
final class Retold {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, @Nullable Object>> VALUES =
            new TypeReference<>() {};

    private final Model model;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    Retold(Model model, Entity entity) {
        this.model = model;
        Stream.concat(entity.fields().values().stream(), SystemFields.ALL.stream())
                .forEach(field -> fields.put(field.key(), field));
    }

    /** Values of fields that are no more are left out. */
    Map<String, @Nullable Object> values(String json) {
        var byKey = JSON.readValue(json, VALUES);
        var byName = new LinkedHashMap<String, @Nullable Object>();
        byKey.forEach((key, value) -> {
            var field = fields.get(key);
            if (field != null) {
                byName.put(field.name(), value(field, value));
            }
        });
        return byName;
    }

    private @Nullable Object value(Field field, @Nullable Object told) {
        return switch (field.type()) {
            case ChoiceType choice -> optionName(choice, told);
            case MultiChoiceType choice -> optionNames(choice, told);
            case ReferenceType _ -> reference(alone(told));
            case TraitReferenceType _ -> reference(told);
            case MultiReferenceType _ ->
                    told == null
                            ? null
                            : listed(told).stream()
                                    .map(this::reference)
                                    .filter(Objects::nonNull)
                                    .toList();
            default -> told;
        };
    }

    /** What was told when the field led to one record, or to several. */
    private static List<?> listed(Object told) {
        return told instanceof List<?> several ? several : List.of(told);
    }

    private static @Nullable Object alone(@Nullable Object told) {
        return told instanceof List<?> several && several.size() == 1 ? several.getFirst() : told;
    }

    private static @Nullable Object optionName(ChoiceType choice, @Nullable Object key) {
        return choice.options().values().stream()
                .filter(option -> option.key().equals(key))
                .map(Option::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object optionNames(MultiChoiceType choice, @Nullable Object keys) {
        return keys instanceof List<?> several
                ? choice.options().values().stream()
                        .filter(option -> several.contains(option.key()))
                        .map(Option::name)
                        .toList()
                : null;
    }

    private @Nullable Object reference(@Nullable Object told) {
        return told instanceof Map<?, ?> parts
                        && parts.get("id") instanceof String id
                        && parts.get("entity") instanceof String key
                ? model.entities().values().stream()
                        .filter(entity -> entity.key().equals(key))
                        .map(entity -> new Reference(UUID.fromString(id), entity.name()))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
