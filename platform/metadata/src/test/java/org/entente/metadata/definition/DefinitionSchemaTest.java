package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.entente.metadata.model.Rank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the published schema lets pass is what the reader lets pass, and nothing else. */
class DefinitionSchemaTest {

    private static final Path TENANTS = Path.of("..", "..", "tenants");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MUTATIONS = 3_000;

    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JSON.writeValueAsString(DefinitionSchema.tree()), InputFormat.JSON);

    @Test
    void takesEveryDefinitionOfTheTenantsAndPacks() throws IOException {
        var documents = documents();
        assertTrue(documents.size() > 40, () -> documents.size() + " definitions only");
        for (var document : documents) {
            var text = JSON.writeValueAsString(document);
            assertEquals(List.of(), schema.validate(text, InputFormat.JSON), text);
        }
    }

    @Test
    void agreesWithTheReaderOnSpoiltDefinitions() throws IOException {
        var documents = documents();
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < MUTATIONS; i++) {
            var spoilt = spoil(documents.get(random.nextInt(documents.size())), random);
            var text = JSON.writeValueAsString(spoilt);
            var reader =
                    LayerReader.read(Rank.TENANT, "t", List.of(new SourceFile("a.yaml", text)));
            var bySchema = schema.validate(text, InputFormat.JSON);
            refused += bySchema.isEmpty() ? 0 : 1;
            assertEquals(
                    reader.problems().isEmpty(),
                    bySchema.isEmpty(),
                    "seed " + seed + ": " + text + "\n" + reader.problems() + "\n" + bySchema);
        }
        assertTrue(refused > MUTATIONS / 3, "too few were refused to mean anything: " + refused);
    }

    private static List<Map<String, @Nullable Object>> documents() throws IOException {
        var documents = new ArrayList<Map<String, @Nullable Object>>();
        try (var paths = Files.walk(TENANTS)) {
            for (var path : paths.filter(DefinitionSchemaTest::isDefinition).sorted().toList()) {
                var file = new SourceFile(path.toString(), Files.readString(path));
                for (var root : YamlReader.read(file).roots()) {
                    documents.add(PlainTree.plain((Node.Mapping) root));
                }
            }
        }
        return documents;
    }

    private static boolean isDefinition(Path path) {
        var text = path.toString();
        return text.endsWith(".yaml") && !text.contains("/data/") && !text.endsWith("users.yaml");
    }

    /** The same with one thing changed somewhere within. */
    private static Map<String, @Nullable Object> spoil(
            Map<String, @Nullable Object> document, Random random) {
        var copy = new LinkedHashMap<>(document);
        var names = List.copyOf(copy.keySet());
        var name = names.get(1 + random.nextInt(names.size() - 1));
        copy.put(name, change(copy.get(name), random));
        return copy;
    }

    private static @Nullable Object change(@Nullable Object value, Random random) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(8) > 0) {
            return within(map, random);
        }
        if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(6) > 0) {
            var copy = new ArrayList<@Nullable Object>(list);
            var at = random.nextInt(copy.size());
            copy.set(at, change(copy.get(at), random));
            return copy;
        }
        return other(random);
    }

    private static Map<String, @Nullable Object> within(Map<?, ?> map, Random random) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, inner) -> copy.put(key.toString(), inner));
        var names = List.copyOf(copy.keySet());
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(12)) {
            case 0 -> copy.put(pick(random, "colour", "me", "key", "Type", "owner", "due"), "x");
            case 1 -> copy.remove(name);
            default -> copy.put(name, change(copy.get(name), random));
        }
        return copy;
    }

    private static @Nullable Object other(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> true;
            case 1 -> 3;
            case 2 -> "text";
            case 3 -> "Not A Name";
            case 4 -> List.of();
            case 5 -> Map.of();
            case 6 -> Map.of("fr", "Deux", "en", "Two");
            case 7 -> List.of("a", "b.c");
            default -> " ";
        };
    }

    private static String pick(Random random, String... words) {
        return Stream.of(words).toList().get(random.nextInt(words.length));
    }
}
