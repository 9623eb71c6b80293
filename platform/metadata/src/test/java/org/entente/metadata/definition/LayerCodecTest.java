package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.layer;
import static org.entente.metadata.definition.Sources.model;
import static org.entente.metadata.definition.Sources.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.metadata.model.Rank;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerCodecTest {

    static final Layer LAYER =
            layer(
                    Rank.TENANT,
                    "horizon",
                    """
                    tenant: horizon
                    title: {fr: Mutuelle, en: Mutual}
                    plugins: {search: {enabled: true, limit: 12.50}}
                    ---
                    entity: contract
                    label: "Contrat : l'« essentiel »"
                    name: number + " " + text(rate)
                    fields:
                      number: {type: text, max: 20, required: true, default: '"007"'}
                      rate: {type: decimal, precision: 9, scale: 6, default: 0.5}
                      answer: {type: choice, default: 'yes', options: {'yes': , 'null': , 'true': }}
                    views: {all: {filter: 'number != "a: b # c"', sort: [-number]}}
                    ---
                    trait: party
                    ---
                    role: agent
                    grants: [{entity: '*', can: [read]}]
                    ---
                    check: an ended contract needs an end
                    given: []
                    """);

    private static Outcome<Layer> decode(String json) {
        return LayerCodec.decode(json);
    }

    @Test
    void whatIsEncodedIsDecoded() {
        var json = LayerCodec.encode(LAYER);
        if (!(decode(json) instanceof Outcome.Done<Layer>(Layer again))) {
            throw new AssertionError(decode(json));
        }
        assertEquals(Rank.TENANT, again.rank());
        assertEquals("horizon", again.source());
        assertEquals(PlainTree.plain(LAYER.root()), PlainTree.plain(again.root()));
        assertEquals(json, LayerCodec.encode(again));
        assertEquals(model(LAYER), model(again));
    }

    @Test
    void placesOfADecodedLayerArePaths() {
        var layer = layer(Rank.TENANT, "x", "entity: a\nfields: {b: {type: text, max: 0}}");
        if (decode(LayerCodec.encode(layer)) instanceof Outcome.Done<Layer>(Layer again)) {
            assertEquals(
                    List.of("out_of_range entities/a/fields/b/max"),
                    told(Sources.compile(again).problems()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{}",
                "{\"rank\":\"KING\",\"source\":\"x\",\"root\":{}}",
                "{\"rank\":\"PACK\",\"source\":3,\"root\":{}}",
                "{\"rank\":\"PACK\",\"source\":\"x\",\"root\":[]}",
            })
    void refusesWhatIsNoLayer(String json) {
        assertTrue(decode(json) instanceof Outcome.Refused<Layer>, json);
    }

    @Test
    void refusesKeywordsThatItDoesNotKnow() {
        var json =
                "{\"rank\":\"PACK\",\"source\":\"x\",\"root\":{\"roles\":{\"a\":{\"grants\":[{\"can\":[\"read\"],\"when\":\"x\"}]}}}}";
        assertEquals(
                List.of("not_supported roles/a/grants/0/when"),
                decode(json) instanceof Outcome.Refused<Layer>(List<Problem> problems)
                        ? told(problems)
                        : List.of());
    }

    @Test
    void aBrokenLayerDoesNotComeBackSound() {
        var broken = Sources.read("entity: a\nrulez: {x: {check: 'false'}}").layer();
        assertTrue(decode(LayerCodec.encode(broken)) instanceof Outcome.Refused<Layer>);
    }
}
