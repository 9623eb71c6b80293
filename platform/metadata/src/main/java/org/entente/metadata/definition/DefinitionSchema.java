package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.metadata.definition.Shape.Items;
import org.entente.metadata.definition.Shape.Keywords;
import org.entente.metadata.definition.Shape.Leaf;
import org.entente.metadata.definition.Shape.Named;
import org.entente.metadata.definition.Shape.OfField;
import org.entente.metadata.definition.Shape.Word;

/**
 * The shapes of definitions as a JSON Schema (draft 7, which editors of YAML know best), so that an
 * editor completes and checks a tenant's folder. It says what may be written where; what only the
 * whole model can tell, such as whether a field exists, is for a plan to say.
 */
public final class DefinitionSchema {

    private static final String NAME = "^[a-z][a-z0-9_]{0,62}$";
    private static final String PATH = "[a-z][a-z0-9_]{0,62}(\\.[a-z][a-z0-9_]{0,62}){0,9}$";

    private DefinitionSchema() {}

    /** The schema of one file of a tenant's or a pack's folder, as a JSON tree. */
    public static Map<String, Object> tree() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Entente: a definition of a tenant, a pack or a plugin");
        schema.put("type", "object");
        var kinds = Shapes.fileKinds();
        schema.put("anyOf", kinds.keySet().stream().map(DefinitionSchema::required).toList());
        schema.put("allOf", kinds.keySet().stream().map(DefinitionSchema::ofKind).toList());
        var definitions = new TreeMap<String, Object>();
        kinds.forEach((kind, shape) -> definitions.put(kind, file(kind, shape)));
        definitions.put("field", field());
        definitions.put("text", localized());
        schema.put("definitions", definitions);
        return schema;
    }

    private static Map<String, Object> required(String keyword) {
        return Map.of("required", List.of(keyword));
    }

    private static Map<String, Object> ofKind(String kind) {
        var ofKind = new LinkedHashMap<String, Object>();
        ofKind.put("if", required(kind));
        ofKind.put("then", reference(kind));
        return ofKind;
    }

    private static Map<String, Object> file(String kind, Keywords shape) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put(kind, kind.equals("check") ? text() : Map.of("type", "string"));
        properties.putAll(properties(shape.shapes()));
        return object(properties, List.of(kind));
    }

    private static Map<String, Object> field() {
        var alternatives = new ArrayList<Object>();
        new TreeMap<>(Shapes.FIELD_TYPES)
                .forEach((type, keywords) -> {
                    var shapes = new TreeMap<>(Shapes.OF_EVERY_FIELD);
                    shapes.putAll(keywords);
                    var properties = properties(shapes);
                    properties.put("type", Map.of("const", type));
                    alternatives.add(object(properties, List.of("type")));
                });
        alternatives.add(restated());
        return Map.of("anyOf", alternatives);
    }

    /** A field that another layer defined, restated without its type. */
    private static Map<String, Object> restated() {
        var properties = properties(Shapes.ofAnyField());
        properties.remove("type");
        return object(properties, List.of());
    }

    private static Map<String, Object> properties(Map<String, Shape> shapes) {
        var properties = new LinkedHashMap<String, Object>();
        new TreeMap<>(shapes).forEach((word, shape) -> properties.put(word, schema(shape)));
        return properties;
    }

    private static Map<String, Object> schema(Shape shape) {
        return switch (shape) {
            case Leaf leaf -> leaf(leaf);
            case Word word -> Map.of("enum", word.known());
            case Items items -> nullable("array", "items", schema(items.item()));
            case Named named -> named(named);
            case Keywords keywords -> object(properties(keywords.shapes()), List.of());
            case OfField field -> reference("field");
        };
    }

    private static Map<String, Object> named(Named named) {
        var schema = nullable("object", "additionalProperties", schema(named.definition()));
        switch (named.names()) {
            case FREE -> {}
            case NAME -> schema.put("propertyNames", Map.of("pattern", NAME));
            case NOT_RESERVED ->
                    schema.put(
                            "propertyNames",
                            Map.of("pattern", NAME, "not", Map.of("enum", Names.reserved())));
        }
        return schema;
    }

    private static Map<String, Object> leaf(Leaf leaf) {
        return switch (leaf) {
            case TEXT -> text();
            case LOCALIZED -> reference("text");
            case BOOLEAN -> Map.of("type", "boolean");
            case WHOLE -> Map.of("type", "integer");
            case EXPRESSION ->
                    Map.of("type", List.of("string", "number", "boolean"), "pattern", "\\S");
            case NAME -> pattern(NAME);
            case KEY -> pattern("^k[0-9a-z]{8}$");
            case PATH -> pattern("^" + PATH);
            case SORT -> pattern("^-?" + PATH);
            case NAME_OR_ALL -> pattern("^(\\*|[a-z][a-z0-9_]{0,62})$");
            case ANYTHING -> Map.of();
        };
    }

    private static Map<String, Object> localized() {
        var byLanguage = new LinkedHashMap<String, Object>();
        byLanguage.put("type", "object");
        byLanguage.put("minProperties", 1);
        byLanguage.put("propertyNames", Map.of("enum", Codes.languages()));
        byLanguage.put("additionalProperties", text());
        return Map.of("anyOf", Arrays.asList(text(), byLanguage));
    }

    private static Map<String, Object> text() {
        return pattern("\\S");
    }

    private static Map<String, Object> pattern(String pattern) {
        return Map.of("type", "string", "pattern", pattern);
    }

    /** A keyword with nothing behind it counts as an empty list or mapping. */
    private static Map<String, Object> nullable(String type, String word, Object inner) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", List.of(type, "null"));
        schema.put(word, inner);
        return schema;
    }

    private static Map<String, Object> object(
            Map<String, Object> properties, List<String> required) {
        var object = nullable("object", "properties", properties);
        object.put("additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("type", "object");
            object.put("required", required);
        }
        return object;
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/definitions/" + definition);
    }
}
