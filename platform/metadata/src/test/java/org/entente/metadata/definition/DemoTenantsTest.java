package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.metadata.model.Rank;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pack and the tenants that come with the platform are sound. */
class DemoTenantsTest {

    private static final Path TENANTS = Path.of("..", "..", "tenants");

    private static Layer read(Rank rank, String name, Path folder) throws IOException {
        var files = new ArrayList<SourceFile>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).sorted().toList()) {
                var relative = folder.relativize(path).toString().replace('\\', '/');
                files.add(new SourceFile(relative, Files.readString(path)));
            }
        }
        var read = LayerReader.read(rank, name, files);
        assertEquals(List.of(), read.problems());
        return read.layer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"horizon", "atlas", "passerelle"})
    void makesAModel(String tenant) throws IOException {
        var pack = read(Rank.PACK, "xrm", TENANTS.resolve("packs").resolve("xrm"));
        var own = read(Rank.TENANT, tenant, TENANTS.resolve(tenant));
        var model = Sources.model(pack, own);
        assertTrue(model.entity("person").isPresent());
        assertEquals(List.of("xrm"), model.settings().packs());
    }
}
