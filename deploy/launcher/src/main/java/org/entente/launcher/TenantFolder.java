package org.entente.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A tenant as a folder of YAML: its model, its users, its first records. */
record TenantFolder(Path folder) {
    static final List<String> MODEL_PARTS =
            List.of("tenant.yaml", "model", "traits", "roles", "checks");
    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** One file of records: created together or not at all. */
    record Batch(String file, String entity, List<JsonNode> values) {
        Batch {
            values = List.copyOf(values);
        }

        /** The body of the batch call. */
        ObjectNode body() {
            var body = YAML.createObjectNode();
            body.put("atomic", true);
            var operations = body.putArray("operations");
            values.forEach(
                    value -> operations.addObject().put("op", "create").set("values", value));
            return body;
        }
    }

    /**
     * The tenants under the folder, by name; those whose name begins with an underscore are no
     * tenants.
     */
    static List<TenantFolder> all(Path tenants) throws IOException {
        try (var folders = Files.list(tenants)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("tenant.yaml")))
                    .filter(folder -> !folder.getFileName().toString().startsWith("_"))
                    .sorted()
                    .map(TenantFolder::new)
                    .toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    boolean isTenant() {
        return Files.isRegularFile(folder.resolve("tenant.yaml"));
    }

    JsonNode definition() throws IOException {
        return read(folder.resolve("tenant.yaml"));
    }

    List<JsonNode> users() throws IOException {
        var file = folder.resolve("users.yaml");
        return Files.isRegularFile(file) ? elements(file, read(file).path("users")) : List.of();
    }

    List<Batch> batches() throws IOException {
        var data = folder.resolve("data");
        var all = new ArrayList<Batch>();
        if (Files.isDirectory(data)) {
            for (var file : sorted(data)) {
                all.add(batch(file));
            }
        }
        return all;
    }

    private Batch batch(Path file) throws IOException {
        var content = read(file);
        var entity = content.path("entity").asString("");
        if (entity.isEmpty()) {
            throw new LaunchFailure(file + " does not say which entity its records are of.");
        }
        return new Batch(
                file.getFileName().toString(), entity, elements(file, content.path("records")));
    }

    /** The files of the model that are there. */
    List<Path> definitions() throws IOException {
        var all = new ArrayList<Path>();
        for (var part : MODEL_PARTS) {
            all.addAll(sorted(folder.resolve(part)));
        }
        return all;
    }

    /** The model as one zip, always the same for the same files. */
    byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : definitions()) {
                var entry = new ZipEntry(folder.relativize(file).toString());
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Changes when anything in the folder or in the packs it starts from does. */
    String fingerprint() throws IOException {
        return new Fingerprint().tree(folder, "").tree(folder.resolveSibling("packs"), "").value();
    }

    private static List<Path> sorted(Path start) throws IOException {
        if (!Files.exists(start)) {
            return List.of();
        }
        try (var files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new LaunchFailure(file + ": " + e.getOriginalMessage(), e);
        }
    }

    private static List<JsonNode> elements(Path file, JsonNode list) {
        if (!list.isArray()) {
            throw new LaunchFailure(file + " holds no list where one is expected.");
        }
        return list.valueStream().toList();
    }
}
