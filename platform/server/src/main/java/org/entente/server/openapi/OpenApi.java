package org.entente.server.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.entente.metadata.model.Entity;
import org.entente.server.openapi.RouteReader.Declared;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes the OpenAPI 3.1 document of an API from its declared routes. */
public final class OpenApi {

    private final List<Declared> routes;
    private final Map<String, Object> schemas;

    /**
     * @param routes what the API serves
     */
    public OpenApi(List<Declared> routes) {
        this.routes = List.copyOf(routes);
        this.schemas = schemas();
    }

    /** The document for one caller; {@code root} is where the paths begin. */
    public Map<String, Object> document(String root, Scope scope) {
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.1");
        document.put("info", Map.of("title", "Entente", "version", "1"));
        document.put("servers", List.of(Map.of("url", root)));
        document.put(
                "security", List.of(Map.of("bearer", List.of()), Map.of("session", List.of())));
        document.put("paths", paths(scope));
        document.put("components", components(scope));
        return document;
    }

    private Map<String, Object> paths(Scope scope) {
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        var operations = new Operations(scope);
        for (var declared : routes) {
            if (scope.grants(declared.route().right())) {
                var path = paths.computeIfAbsent(declared.path(), p -> new LinkedHashMap<>());
                path.merge(declared.method(), operations.of(declared), OpenApi::joined);
            }
        }
        return new LinkedHashMap<>(paths);
    }

    /** Two routes that differ by the type of their body alone are one operation. */
    @SuppressWarnings("unchecked")
    private static Object joined(Object first, Object second) {
        var operation = new LinkedHashMap<>((Map<String, Object>) first);
        var other = (Map<String, Object>) second;
        var content = new LinkedHashMap<>(content(operation));
        content.putAll(content(other));
        operation.put("requestBody", Map.of("required", true, "content", content));
        var parameters = new LinkedHashSet<Object>(parameters(operation));
        parameters.addAll(parameters(other));
        operation.put("parameters", List.copyOf(parameters));
        return operation;
    }

    private static List<?> parameters(Map<String, Object> operation) {
        return (List<?>) operation.getOrDefault("parameters", List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> content(Map<String, Object> operation) {
        var body = (Map<String, Object>) operation.getOrDefault("requestBody", Map.of());
        return (Map<String, Object>) body.getOrDefault("content", Map.of());
    }

    private Map<String, Object> components(Scope scope) {
        var all = new LinkedHashMap<>(schemas);
        var readable = scope.entities(Right.READ);
        readable.forEach(entity ->
                all.put(
                        valuesOf(entity),
                        ValueSchemas.of(entity, scope.fields(entity), scope.language())));
        all.put("AnyValues", anyOf(readable));
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", all);
        components.put("responses", Map.of("Problem", problem()));
        components.put("securitySchemes", security());
        return components;
    }

    private static String valuesOf(Entity entity) {
        return "values_" + entity.name();
    }

    private static Map<String, Object> anyOf(List<Entity> entities) {
        var references =
                entities.stream()
                        .map(entity -> Map.of("$ref", "#/components/schemas/" + valuesOf(entity)))
                        .toList();
        return references.isEmpty() ? Map.of("type", "object") : Map.of("anyOf", references);
    }

    private static Map<String, Object> problem() {
        return Map.of(
                "description",
                "RFC 9457",
                "content",
                Map.of(
                        "application/problem+json",
                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
    }

    private static Map<String, Object> security() {
        return Map.of(
                "bearer", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"),
                "session", Map.of("type", "apiKey", "in", "cookie", "name", "entente"));
    }

    private static Map<String, Object> schemas() {
        try (var in = OpenApi.class.getResourceAsStream("/openapi/schemas.json")) {
            if (in == null) {
                throw new IllegalStateException("missing openapi/schemas.json");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return JsonMapper.shared()
                    .readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
