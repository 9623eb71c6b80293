package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import org.entente.metadata.definition.ModelCompiler.Compiled;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Rank;
import org.entente.spi.Problem;

/** Short ways to write definitions in tests. */
final class Sources {

    private static final Layer PLATFORM = PlatformLayer.layer();

    private Sources() {}

    /** Reads one file called {@code a.yaml}. */
    static LayerReader.Read read(String yaml) {
        return LayerReader.read(Rank.TENANT, "horizon", List.of(new SourceFile("a.yaml", yaml)));
    }

    static Layer tenant(String yaml) {
        return layer(Rank.TENANT, "horizon", yaml);
    }

    static Layer pack(String yaml) {
        return layer(Rank.PACK, "xrm", yaml);
    }

    /** A layer of one file that is called like its source. */
    static Layer layer(Rank rank, String source, String yaml) {
        var read = LayerReader.read(rank, source, List.of(new SourceFile(source + ".yaml", yaml)));
        if (!read.problems().isEmpty()) {
            throw new AssertionError(read.problems());
        }
        return read.layer();
    }

    /** Compiles these above the platform's layer. */
    static Compiled compile(Layer... layers) {
        var all = new ArrayList<Layer>();
        all.add(PLATFORM);
        all.addAll(List.of(layers));
        return ModelCompiler.compile(7, all);
    }

    static Model model(Layer... layers) {
        var compiled = compile(layers);
        if (!compiled.problems().isEmpty()) {
            throw new AssertionError(compiled.problems());
        }
        return compiled.model().orElseThrow();
    }

    static Entity entity(Model model, String name) {
        return model.entity(name).orElseThrow();
    }

    static Field field(Model model, String entity, String name) {
        return entity(model, entity).field(name).orElseThrow();
    }

    /** Problems as {@code code at}, to compare. */
    static List<String> told(List<Problem> problems) {
        return problems.stream().map(p -> p.code().text() + " " + p.at()).toList();
    }
}
