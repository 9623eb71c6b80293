package org.entente.server.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the served OpenAPI document.
 *
 * @param path below the tenant's root, with its parameters in braces
 * @param query the names of its query parameters
 * @param bodies the schema of its body by content type
 */
record Operation(
        String id,
        String method,
        String path,
        List<String> query,
        Map<String, String> bodies,
        boolean ifMatch) {

    Operation {
        query = List.copyOf(query);
        bodies = Map.copyOf(bodies);
    }

    /** All operations of a document, in its order. */
    static List<Operation> of(JsonNode document) {
        var operations = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(read(path.getKey(), operation.getKey(), operation.getValue()));
            }
        }
        return operations;
    }

    private static Operation read(String path, String method, JsonNode operation) {
        var bodies = new java.util.TreeMap<String, String>();
        for (var content : operation.at("/requestBody/content").properties()) {
            bodies.put(content.getKey(), lastPart(content.getValue().at("/schema/$ref")));
        }
        return new Operation(
                operation.path("operationId").asString(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters(operation, "query"),
                bodies,
                parameters(operation, "header").contains("If-Match"));
    }

    private static List<String> parameters(JsonNode operation, String in) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    private static String lastPart(JsonNode reference) {
        var text = reference.asString();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** Whether this is an operation on one thing that has an id. */
    boolean byId() {
        return path.contains("{id}");
    }

    /** The path with every parameter filled in. */
    String path(Map<String, String> parameters) {
        var filled = path;
        for (var parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        if (filled.contains("{")) {
            throw new AssertionError(
                    "nobody says what to put into " + filled + ": extend the sweep");
        }
        return filled;
    }

    /** The schema of a body of this type. */
    Optional<String> body(String contentType) {
        return Optional.ofNullable(bodies.get(contentType));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
