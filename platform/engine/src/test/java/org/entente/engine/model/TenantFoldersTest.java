package org.entente.engine.model;

import static org.entente.engine.fake.House.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.check.Checks;
import org.entente.engine.fake.House;
import org.entente.engine.fake.MemoryStore;
import org.entente.engine.fake.NewestPacks;
import org.entente.metadata.definition.Check;
import org.entente.metadata.definition.KeyWriter;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerReader;
import org.entente.metadata.definition.SourceFile;
import org.entente.metadata.model.Rank;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenants and packs that come with the house make models. */
class TenantFoldersTest {

    private static final Path TENANTS = Path.of("..", "..", "tenants");

    private static Layer read(Rank rank, Path folder) {
        try (var files = Files.walk(folder)) {
            var sources =
                    files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .map(file -> source(folder, file))
                            .toList();
            var read = LayerReader.read(rank, folder.getFileName().toString(), sources);
            assertEquals(List.of(), read.problems());
            return read.layer();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static SourceFile source(Path folder, Path file) {
        try {
            return new SourceFile(folder.relativize(file).toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Models models() {
        return new Models(
                new MemoryStore(),
                new NewestPacks(List.of(read(Rank.PACK, TENANTS.resolve("packs").resolve("xrm")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"horizon", "atlas", "passerelle", "_template"})
    void everyTenantFolderMakesAModelThatKeepsItsChecks(String name) {
        var layer = read(Rank.TENANT, TENANTS.resolve(name));
        var models = models();
        var seed = new long[] {0};
        var lower = done(models.lower(layer, Map.of()));
        var keyed = KeyWriter.complete(layer, lower.layers(), () -> KeyWriter.key(++seed[0]));
        var shaped = done(Models.shape(1, keyed, lower));
        var model = shaped.model();
        assertTrue(model.entities().size() >= 10, () -> "too few: " + model.entities().keySet());
        assertTrue(model.entity("organization").isPresent());
        assertFalse(Check.of(shaped.own()).isEmpty());
        var tenant = new Tenant(new UUID(0, 1), 1, "tenant");
        assertEquals(List.of(), Checks.problems(tenant, shaped, House.NOW));
    }

    @Test
    void thePackHasTheEntitiesThatItPromises() {
        var layer = read(Rank.PACK, TENANTS.resolve("packs").resolve("xrm"));
        var entities = String.valueOf(layer.root().entries().get("entities"));
        for (var entity :
                List.of(
                        "organization",
                        "person",
                        "party_role",
                        "relationship",
                        "party_address",
                        "interaction",
                        "task",
                        "note",
                        "consent",
                        "product")) {
            assertTrue(entities.contains(entity), entity);
        }
    }
}
