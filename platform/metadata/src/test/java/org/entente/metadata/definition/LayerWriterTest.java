package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.model.Rank;
import org.junit.jupiter.api.Test;

class LayerWriterTest {

    /** Split at spaces: what YAML may take for something else than a text. */
    private static final List<String> PARTS =
            List.of(
                    ("\n \t \u0085 \u2028 \ufeff \u200b 1 0 . - + e true null ~ yes : # ' \" { } [ * &"
                                    + " ! % @ \u00e9 \\ \ud83d\ude00 , ? | > << = 0x1 2026-05-01")
                            .split(" ", -1));

    @Test
    void writesOneFileForEachDefinition() {
        var files = LayerWriter.files(LayerCodecTest.LAYER);
        var paths = files.stream().map(SourceFile::path).toList();
        assertEquals("model/contract.yaml", paths.get(1));
        assertEquals(
                List.of("roles/agent.yaml", "tenant.yaml", "traits/party.yaml"),
                paths.subList(2, 5));
        assertEquals(
                """
                entity: contract
                label: "Contrat : l'« essentiel »"
                name: 'number + " " + text(rate)'
                fields:
                  number: {type: text, max: 20, required: true, default: '"007"'}
                  rate: {type: decimal, precision: 9, scale: 6, default: 0.5}
                  answer:
                    type: choice
                    default: "yes"
                    options: {"yes": {}, "null": {}, "true": {}}
                views:
                  all: {filter: 'number != "a: b # c"', sort: ["-number"]}
                """,
                files.get(1).content());
        assertEquals(
                """
                role: agent
                grants:
                  - {entity: "*", can: [read]}
                """,
                files.get(2).content());
        assertEquals(files, LayerWriter.files(LayerCodecTest.LAYER));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var read =
                LayerReader.read(Rank.TENANT, "horizon", LayerWriter.files(LayerCodecTest.LAYER));
        assertEquals(List.of(), read.problems());
        assertEquals(
                PlainTree.plain(LayerCodecTest.LAYER.root()), PlainTree.plain(read.layer().root()));
    }

    @Test
    void textsStayTextsAndNumbersNumbers() {
        var seed = System.nanoTime();
        System.out.println("LayerWriterTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(4); j >= 0; j--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            check(new Scalar(text.toString(), ""), seed);
        }
        for (var number : List.of("0", "-1", "12.50", "100", "0.000001", "12345678901234567890")) {
            check(new Scalar(new BigDecimal(number), ""), seed);
        }
    }

    private static void check(Scalar value, long seed) {
        var plugins = Mapping.empty("").with("x", value);
        var root = Mapping.empty("").with("tenant", Mapping.empty("").with("plugins", plugins));
        var files = LayerWriter.files(new Layer(Rank.TENANT, "t", root));
        var read = LayerReader.read(Rank.TENANT, "t", files);
        var again = read.layer().root().mapping("tenant").mapping("plugins").entries().get("x");
        assertEquals(
                value.value(),
                again instanceof Scalar(Object it, String place) ? it : "gone",
                () -> seed + " " + files);
    }
}
