package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.Rank;
import org.junit.jupiter.api.Test;

/** Merges random layers and compares with the simplest thing that could be meant. */
class MergerPropertyTest {

    private static final List<String> ENTITIES = List.of("alpha", "beta");
    private static final List<String> FIELDS = List.of("one", "two", "three");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** What a layer says of one field; 0 for not at all. */
    private record Said(boolean override, int max, String label) {}

    /** Path of a field to what is said of it. */
    private record Source(Rank rank, String name, Map<String, Said> fields) {}

    @Test
    void agreesWithTheObviousMeaning() {
        System.out.println("MergerPropertyTest seed " + seed);
        for (int i = 0; i < 2_000; i++) {
            var sources = sources();
            var shuffled = new ArrayList<>(sources);
            Collections.shuffle(shuffled, random);
            var problems = new TreeSet<String>();
            var expected = meaning(sources, problems);
            var layers = shuffled.stream().map(MergerPropertyTest::layer).toList();
            var compiled = ModelCompiler.compile(1, layers);
            assertEquals(problems, told(compiled), () -> seed + " " + sources);
            if (problems.isEmpty()) {
                assertEquals(expected, seen(compiled), () -> seed + " " + sources);
            }
        }
    }

    private List<Source> sources() {
        var sources = new ArrayList<Source>();
        for (var rank : Rank.values()) {
            var fields = new LinkedHashMap<String, Said>();
            for (var entity : ENTITIES) {
                for (var field : FIELDS) {
                    if (random.nextInt(4) == 0) {
                        var max = random.nextInt(3);
                        var label = "l" + random.nextInt(9);
                        var override = random.nextInt(3) == 0;
                        fields.put(entity + "/" + field, new Said(override, max, label));
                    }
                }
            }
            sources.add(new Source(rank, rank.name(), fields));
        }
        return sources;
    }

    /** The first writer defines, a marked later one replaces what it says, all else is wrong. */
    private static Map<String, String> meaning(List<Source> sources, Set<String> problems) {
        var merged = new HashMap<String, Said>();
        for (var source : sources) {
            source.fields()
                    .forEach((path, said) -> {
                        var place = source.name() + "/" + path;
                        var there = merged.get(path);
                        if (there == null && said.override()) {
                            problems.add("nothing_to_override " + place);
                        } else if (there != null && !said.override()) {
                            problems.add("two_writers " + place);
                            return;
                        }
                        var max = said.max() > 0 || there == null ? said.max() : there.max();
                        merged.put(path, new Said(false, max, said.label()));
                    });
        }
        var meaning = new TreeMap<String, String>();
        merged.forEach((path, said) -> meaning.put(path, text(said.max(), said.label())));
        return meaning;
    }

    private static String text(int max, String label) {
        return (max == 0 ? 255 : max) + " " + label;
    }

    private static Layer layer(Source source) {
        var layer = Layer.empty(source.rank(), source.name());
        var root = layer.root();
        for (var entry : source.fields().entrySet()) {
            var steps = entry.getKey().split("/", -1);
            var place = source.name() + "/" + entry.getKey();
            root =
                    NodeTree.put(
                            root,
                            List.of("entities", steps[0], "fields", steps[1]),
                            body(entry.getValue(), place));
        }
        return new Layer(source.rank(), source.name(), root);
    }

    private static Mapping body(Said said, String place) {
        var body = new LinkedHashMap<String, Node>();
        body.put("type", new Scalar("text", place));
        body.put("label", new Scalar(said.label(), place));
        if (said.max() > 0) {
            body.put("max", new Scalar(BigDecimal.valueOf(said.max()), place));
        }
        if (said.override()) {
            body.put("override", new Scalar(true, place));
        }
        return new Mapping(body, place);
    }

    private static Set<String> told(ModelCompiler.Compiled compiled) {
        return new TreeSet<>(Sources.told(compiled.problems()));
    }

    private static Map<String, String> seen(ModelCompiler.Compiled compiled) {
        var seen = new TreeMap<String, String>();
        for (var entity : compiled.model().orElseThrow().entities().values()) {
            for (Field field : entity.fields().values()) {
                var max = ((TextType) field.type()).max();
                var label = field.label().byLanguage().get("");
                seen.put(entity.name() + "/" + field.name(), max + " " + label);
            }
        }
        return seen;
    }
}
