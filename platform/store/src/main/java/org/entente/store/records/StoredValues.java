package org.entente.store.records;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.engine.expression.Targets;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.MultiChoiceType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.OfOptions;
import org.entente.metadata.model.Model;
import org.entente.spi.Address;
import org.entente.spi.GeoPoint;
import org.entente.spi.Json;
import org.entente.spi.Money;
import org.entente.spi.Reference;
import org.entente.spi.StoredFile;
import org.entente.store.shape.Storage;
import org.entente.store.shape.StoredColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values in memory as they are kept: what survives renaming, in as many pieces as there are
 * columns.
 */
final class StoredValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Model model;

    StoredValues(Model model) {
        this.model = model;
    }

    /** The pieces of a field's value, in the order of its storage's. */
    List<@Nullable Object> pieces(StoredColumn column, @Nullable Object value) {
        return switch (value) {
            case null ->
                    new ArrayList<@Nullable Object>(
                            Collections.nCopies(column.storage().pieces().size(), null));
            case Money money -> Arrays.<@Nullable Object>asList(money.amount(), money.currency());
            case Address address ->
                    Arrays.<@Nullable Object>asList(
                            address.street(),
                            address.line2(),
                            address.postalCode(),
                            address.city(),
                            address.region(),
                            address.country());
            case Reference reference -> reference(column, reference);
            case GeoPoint point ->
                    Arrays.<@Nullable Object>asList(point.latitude(), point.longitude());
            case StoredFile file ->
                    Arrays.<@Nullable Object>asList(
                            file.id(), file.name(), file.type(), file.size(), file.sha256());
            case Object simple ->
                    Arrays.<@Nullable Object>asList(simple(column.field().type(), simple));
        };
    }

    private List<@Nullable Object> reference(StoredColumn column, Reference reference) {
        return column.storage() == Storage.TRAIT_REFERENCE
                ? Arrays.<@Nullable Object>asList(reference.id(), key(reference))
                : Arrays.<@Nullable Object>asList(reference.id());
    }

    private String key(Reference reference) {
        return model.entity(reference.entity()).map(Entity::key).orElseThrow();
    }

    private static Object simple(FieldType type, Object value) {
        return switch (value) {
            case String name when type instanceof ChoiceType choice -> optionKey(choice, name);
            case List<?> names when type instanceof MultiChoiceType choice ->
                    "{" + String.join(",", optionKeys(choice, names)) + "}";
            case List<?> several when type instanceof MultiReferenceType ->
                    Targets.of(several).stream()
                            .map(target -> target.id().toString())
                            .collect(Collectors.joining(",", "{", "}"));
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Duration length -> length.toString();
            case Json(Object tree) -> JSON.writeValueAsString(tree);
            case String text -> text;
            case Long number -> number;
            case BigDecimal number -> number;
            case Boolean flag -> flag;
            case LocalDate date -> date;
            default -> throw new IllegalArgumentException("no value of a field");
        };
    }

    /** A value as a change tells it: by keys, since names move on. */
    @Nullable Object told(FieldType type, @Nullable Object value) {
        return switch (value) {
            case String name when type instanceof ChoiceType choice -> optionKey(choice, name);
            case List<?> names when type instanceof MultiChoiceType choice ->
                    optionKeys(choice, names);
            case Reference reference -> new Reference(reference.id(), key(reference));
            case List<?> several when type instanceof MultiReferenceType ->
                    several.stream().map(one -> told(type, one)).toList();
            case null -> null;
            case Object other -> other;
        };
    }

    private static List<String> optionKeys(OfOptions choice, List<?> names) {
        return names.stream().map(name -> optionKey(choice, String.valueOf(name))).toList();
    }

    private static String optionKey(OfOptions choice, String name) {
        var option = choice.options().get(name);
        if (option == null) {
            throw new IllegalArgumentException("no option of a choice");
        }
        return option.key();
    }
}
