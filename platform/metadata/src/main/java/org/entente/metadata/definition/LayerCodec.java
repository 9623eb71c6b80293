package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.PlainTree.Places;
import org.entente.metadata.model.Rank;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Layers as compact JSON text to be kept; places are not kept. */
public final class LayerCodec {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private LayerCodec() {}

    /** The layer as JSON. */
    public static String encode(Layer layer) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        plain.put("rank", layer.rank().name());
        plain.put("source", layer.source());
        plain.put("root", PlainTree.plain(layer.root()));
        return JSON.writeValueAsString(plain);
    }

    /** The layer again; its places are model paths ({@code entities/contract/fields/due}). */
    public static Outcome<Layer> decode(String json) {
        try {
            return JSON.readValue(json, Object.class) instanceof Map<?, ?> plain
                    ? layer(plain)
                    : malformed();
        } catch (JacksonException e) {
            return malformed();
        }
    }

    private static Outcome<Layer> layer(Map<?, ?> plain) {
        var problems = new ArrayList<Problem>();
        var root = PlainTree.read(plain.get("root"), "", Places.PATH, problems);
        var rank =
                List.of(Rank.values()).stream()
                        .filter(r -> r.name().equals(plain.get("rank")))
                        .findFirst();
        if (rank.isEmpty()
                || !(plain.get("source") instanceof String source)
                || !(root instanceof Mapping mapping)) {
            return malformed();
        }
        var layer = ShapeCheck.check(new Layer(rank.get(), source, mapping), problems);
        return problems.isEmpty() ? Outcome.done(layer) : Outcome.refused(problems);
    }

    private static Outcome<Layer> malformed() {
        return Outcome.refused(Problem.of(ProblemCode.MALFORMED));
    }
}
