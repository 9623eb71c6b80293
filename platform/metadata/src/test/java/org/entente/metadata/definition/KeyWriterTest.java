package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.pack;
import static org.entente.metadata.definition.Sources.tenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.metadata.definition.Node.Mapping;
import org.junit.jupiter.api.Test;

class KeyWriterTest {

    private static final Layer PACK =
            pack(
                    """
                    entity: person
                    traits: [contactable]
                    fields: {level: {type: choice, options: {low: }}}
                    ---
                    trait: contactable
                    fields: {email: {type: email}}
                    """);

    private final Iterator<String> keys =
            Stream.iterate(1L, n -> n + 1).map(KeyWriter::key).iterator();

    private Layer completed(String yaml) {
        return KeyWriter.complete(tenant(yaml), List.of(PACK), keys::next);
    }

    private static boolean hasKey(Layer layer, String path) {
        return NodeTree.at(layer.root(), List.of(path.split("/", -1))).orElseThrow()
                        instanceof Mapping body
                && body.entries().containsKey("key");
    }

    @Test
    void writesKeysOnEveryNewDefinition() {
        var layer =
                completed(
                        """
                        entity: thing
                        fields: {a: {type: choice, options: {x: , y: }}}
                        views: {all: {}}
                        layout: {highlights: [a]}
                        ---
                        role: clerk
                        ---
                        trait: t
                        fields: {b: {type: date}}
                        """);
        for (var path :
                List.of(
                        "entities/thing",
                        "entities/thing/fields/a",
                        "entities/thing/fields/a/options/x",
                        "entities/thing/views/all",
                        "roles/clerk",
                        "traits/t",
                        "traits/t/fields/b")) {
            assertTrue(hasKey(layer, path), path);
        }
        assertFalse(hasKey(layer, "entities/thing/layout"));
        assertEquals(layer, KeyWriter.complete(layer, List.of(PACK), keys::next));
    }

    @Test
    void leavesKeysToWhoeverDefinedFirst() {
        var layer =
                completed(
                        """
                        entity: person
                        fields:
                          level: {options: {low: {override: true}, top: }}
                          email: {override: true, label: x}
                          extra: {type: date}
                        """);
        assertFalse(hasKey(layer, "entities/person"));
        assertFalse(hasKey(layer, "entities/person/fields/level"));
        assertFalse(hasKey(layer, "entities/person/fields/level/options/low"));
        assertTrue(hasKey(layer, "entities/person/fields/level/options/top"));
        assertFalse(hasKey(layer, "entities/person/fields/email"));
        assertTrue(hasKey(layer, "entities/person/fields/extra"));
        assertTrue(Sources.compile(PACK, layer).model().isPresent());
    }

    @Test
    void keepsAKeyThatIsThereAndPassesOverOneThatIsTaken() {
        var one = KeyWriter.key(1);
        var layer = completed("entity: a\nkey: " + one + "\n---\nentity: b\n");
        var keys = new ArrayList<String>();
        Sources.model(PACK, layer).entities().values().forEach(e -> keys.add(e.key()));
        assertTrue(keys.containsAll(List.of(one, KeyWriter.key(2))));
    }

    @Test
    void aKeyHasKAndEightLettersOrDigits() {
        assertEquals("kaaaaaaaa", KeyWriter.key(0));
        assertEquals("k77777777", KeyWriter.key(-1));
        assertTrue(Names.isKey(KeyWriter.key(Long.MIN_VALUE)));
    }

    @Test
    void whatIsWrittenAnewCarriesItsKeyOn() {
        var before = completed("entity: a\nfields: {x: {type: date}, y: {type: date}}");
        var key = Sources.field(Sources.model(PACK, before), "a", "x").key();
        var again =
                KeyAdoption.adopt(
                        tenant("entity: a\nfields: {x: {type: date}, z: {type: date}}"), before);
        assertEquals(key, Sources.field(Sources.model(PACK, again), "a", "x").key());
        var renamed =
                KeyAdoption.adopt(
                        tenant(
                                "entity: a\nfields: {x: {type: text}, w: {type: date, key: "
                                        + key
                                        + "}}"),
                        before);
        assertFalse(hasKey(renamed, "entities/a/fields/x"));
        assertEquals(key, Sources.field(Sources.model(PACK, renamed), "a", "w").key());
    }
}
