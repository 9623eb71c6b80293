package org.entente.store.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.engine.model.Pack;
import org.entente.engine.model.PackShelf;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerReader;
import org.entente.metadata.definition.PlatformLayer;
import org.entente.metadata.definition.SourceFile;
import org.entente.metadata.model.Rank;
import org.entente.store.fixture.Cell;
import org.junit.jupiter.api.Test;

class PostgresPackStoreTest {

    private static final Instant NOW = Cell.AT;

    private final PostgresPackStore store = new PostgresPackStore(Cell.shared().databases());
    private final String name = "pack" + Cell.number();

    private Layer pack(String version, String label) {
        var text = "pack: %s\ntitle: %s\nversion: \"%s\"\n".formatted(name, label, version);
        return LayerReader.read(Rank.PACK, name, List.of(new SourceFile("pack.yaml", text)))
                .layer();
    }

    private PackShelf node(Instant at, Layer... packs) {
        var shelf = new PackShelf(store);
        shelf.fill(List.of(packs), at);
        return shelf;
    }

    @Test
    void keepsEveryVersionAndKnowsTheHighest() {
        var ninth = pack("1.9.0", "a");
        var tenth = pack("1.10.0", "b");
        node(NOW, tenth);
        var old = node(NOW.plusSeconds(60), ninth);

        assertEquals(Optional.of(Pack.of(tenth).digest()), old.newest(name).map(Pack::digest));
        assertEquals("1.9.0", old.kept(name, Pack.of(ninth).digest()).orElseThrow().version());
    }

    @Test
    void takesTheLastSeenOfOneVersion() {
        node(NOW, pack("1.0", "a"));
        var later = pack("1.0", "b");
        var shelf = node(NOW.plusSeconds(1), later);
        node(NOW.plusSeconds(2), pack("1.0", "a"));
        assertEquals(Optional.of(Pack.of(later).digest()), shelf.newest(name).map(Pack::digest));
    }

    @Test
    void keepsThePlatformsOwnDefinitionsToo() {
        var shelf = node(NOW);
        assertEquals(
                Optional.of(Pack.of(PlatformLayer.layer()).digest()),
                shelf.newest(PlatformLayer.layer().source()).map(Pack::digest));
        assertTrue(shelf.newest("nothing-of-that-name").isEmpty());
        assertTrue(shelf.kept(name, "0").isEmpty());
    }
}
