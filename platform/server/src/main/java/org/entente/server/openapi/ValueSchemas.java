package org.entente.server.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.SystemFields;

/** The JSON Schemas of entities' values, as they travel. */
final class ValueSchemas {

    private static final long LARGEST = (1L << 53) - 1;

    private ValueSchemas() {}

    /**
     * The values of an entity.
     *
     * @param fields those that the caller may read
     */
    static Map<String, Object> of(Entity entity, List<Field> fields, Locale language) {
        var properties = new LinkedHashMap<String, Object>();
        fields.forEach(field -> properties.put(field.name(), of(field, language)));
        SystemFields.ALL.forEach(field -> properties.put(field.name(), of(field, language)));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("title", entity.label().in(language));
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> of(Field field, Locale language) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("title", field.label().in(language));
        field.help().ifPresent(help -> schema.put("description", help.in(language)));
        schema.putAll(of(field.type()));
        if (field.readOnly()) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private static Map<String, Object> of(FieldType type) {
        return switch (type) {
            case FieldType.TextType(int max) -> text(Map.of("maxLength", max));
            case FieldType.LongTextType _, FieldType.AutoNumberType _ -> text(Map.of());
            case FieldType.EmailType email -> text(Map.of("format", "email"));
            case FieldType.PhoneType phone -> text(Map.of("pattern", "^\\+[0-9]{4,15}$"));
            case FieldType.UrlType url -> text(Map.of("format", "uri"));
            case FieldType.DateType date -> text(Map.of("format", "date"));
            case FieldType.DateTimeType instant -> text(Map.of("format", "date-time"));
            case FieldType.DecimalType decimal -> reference("Decimal");
            case FieldType.PercentType percent -> reference("Decimal");
            case FieldType.MoneyType money -> reference("Money");
            case FieldType.AddressType address -> reference("Address");
            case FieldType.DurationType length -> text(Map.of("format", "duration"));
            case FieldType.ChoiceType(var options) ->
                    text(Map.of("enum", options.keySet().stream().toList()));
            case FieldType.MultiChoiceType(var options) -> several(options.keySet());
            case FieldType.JsonType tree -> Map.of();
            case FieldType.GeoType point -> reference("GeoPoint");
            case FieldType.Attached file -> reference("StoredFile");
            case FieldType.BooleanType truth -> Map.of("type", List.of("boolean", "null"));
            case FieldType.IntegerType whole -> integer();
            case FieldType.ReferenceType target ->
                    Map.of("$ref", "#/components/schemas/Reference", "x-entity", target.to());
            case FieldType.MultiReferenceType targets -> references(targets.to());
            case FieldType.TraitReferenceType target ->
                    Map.of("$ref", "#/components/schemas/Reference", "x-trait", target.trait());
            case FieldType.Computed computed -> of(computed.as());
        };
    }

    private static Map<String, Object> references(String entity) {
        return Map.of(
                "type",
                List.of("array", "null"),
                "maxItems",
                FieldType.MultiReferenceType.MOST,
                "items",
                Map.of("$ref", "#/components/schemas/Reference", "x-entity", entity));
    }

    private static Map<String, Object> integer() {
        return Map.of(
                "type", List.of("integer", "null"),
                "minimum", -LARGEST,
                "maximum", LARGEST);
    }

    private static Map<String, Object> several(Set<String> options) {
        return Map.of(
                "type",
                List.of("array", "null"),
                "uniqueItems",
                true,
                "items",
                Map.of("type", "string", "enum", List.copyOf(options)));
    }

    private static Map<String, Object> text(Map<String, Object> more) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", List.of("string", "null"));
        schema.putAll(more);
        return schema;
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }
}
