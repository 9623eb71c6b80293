package org.entente.server.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.entente.metadata.model.Entity;
import org.entente.server.openapi.RouteReader.Declared;

/** Writes one route as an operation of the document. */
final class Operations {

    private static final int[] EVERY_ROUTE = {401, 404, 405, 406, 500, 503};
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private final Scope scope;

    Operations(Scope scope) {
        this.scope = scope;
    }

    Map<String, Object> of(Declared declared) {
        var route = declared.route();
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", route.id());
        operation.put("summary", summary(route));
        operation.put("x-right", route.right().word());
        operation.put("parameters", parameters(declared));
        if (!route.request().isEmpty()) {
            operation.put("requestBody", body(declared));
        }
        operation.put("responses", responses(route));
        return operation;
    }

    private String summary(Route route) {
        return scope.language().getLanguage().equals(Locale.FRENCH.getLanguage())
                ? route.fr()
                : route.en();
    }

    private List<Map<String, Object>> parameters(Declared declared) {
        var parameters = new ArrayList<Map<String, Object>>();
        for (var name : declared.pathParameters()) {
            parameters.add(parameter(name, "path", true, pathSchema(name, declared.route())));
        }
        for (var name : declared.route().query()) {
            parameters.add(parameter(name, "query", false, querySchema(name)));
        }
        for (var name : declared.headers()) {
            parameters.add(parameter(name, "header", true, TEXT));
        }
        if (declared.route().once()) {
            parameters.add(parameter("Idempotency-Key", "header", false, TEXT));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(
            String name, String in, boolean required, Map<String, Object> schema) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        parameter.put("schema", schema);
        return parameter;
    }

    private Map<String, Object> pathSchema(String name, Route route) {
        return switch (name) {
            case "id" -> Map.of("type", "string", "format", "uuid");
            case "entity" ->
                    Map.of(
                            "type",
                            "string",
                            "enum",
                            scope.entities(route.right()).stream().map(Entity::name).toList());
            default -> TEXT;
        };
    }

    private static Map<String, Object> querySchema(String name) {
        return switch (name) {
            case "limit" -> Map.of("type", "integer", "minimum", 1, "maximum", 1_000);
            case "total" -> Map.of("enum", List.of("none", "estimate", "exact"));
            case "as_of" -> Map.of("type", "string", "format", "date-time");
            case "wait" -> Map.of("type", "integer", "minimum", 0, "maximum", 25);
            case "dry_run" -> Map.of("type", "boolean");
            default -> TEXT;
        };
    }

    private static Map<String, Object> body(Declared declared) {
        var content = new LinkedHashMap<String, Object>();
        declared.consumes().forEach(type -> content.put(type, schema(declared.route().request())));
        return Map.of("required", true, "content", content);
    }

    private static Map<String, Object> responses(Route route) {
        var responses = new TreeMap<String, Object>();
        for (var status : route.success()) {
            responses.put(String.valueOf(status), success(route));
        }
        IntStream.concat(Arrays.stream(EVERY_ROUTE), Arrays.stream(route.refusals()))
                .forEach(status ->
                        responses.put(
                                String.valueOf(status),
                                Map.of("$ref", "#/components/responses/Problem")));
        return responses;
    }

    private static Map<String, Object> success(Route route) {
        if (route.binary()) {
            return Map.of(
                    "description", "OK", "content", Map.of("*/*", Map.of("schema", Map.of())));
        }
        return route.response().isEmpty()
                ? Map.of("description", "OK")
                : Map.of(
                        "description",
                        "OK",
                        "content",
                        Map.of("application/json", schema(route.response())));
    }

    private static Map<String, Object> schema(String name) {
        return Map.of("schema", Map.of("$ref", "#/components/schemas/" + name));
    }
}
