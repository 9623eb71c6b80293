package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.metadata.definition.Merger.Merged;
import org.entente.metadata.model.Model;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Makes one model of several layers. */
public final class ModelCompiler {

    private static final int MAX_ENTITIES = 1_000;

    private ModelCompiler() {}

    /**
     * What came of it.
     *
     * @param model there when nothing was wrong
     * @param problems all that is wrong, each at the place where it was written
     */
    public record Compiled(Optional<Model> model, List<Problem> problems) {
        public Compiled {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Merges layers by rank, those of one rank in the order given, and checks the outcome. There is
     * no model either when a layer was read with problems, which are not told again.
     *
     * @param version the version that the model will carry
     */
    public static Compiled compile(long version, List<Layer> layers) {
        var problems = new ArrayList<Problem>();
        var sound = !layers.stream().anyMatch(layer -> ShapeCheck.hasBroken(layer.root()));
        var checked = layers.stream().map(layer -> ShapeCheck.check(layer, problems)).toList();
        var merged = Merger.merge(checked, problems);
        check(merged, sound && problems.isEmpty(), problems);
        var model = Computations.typed(model(version, merged, problems));
        if (sound && problems.isEmpty()) {
            new ExpressionCheck(model, merged, problems).check();
            model = Computations.traced(model);
        }
        var distinct = List.copyOf(new LinkedHashSet<>(problems));
        return sound && distinct.isEmpty()
                ? new Compiled(Optional.of(model), distinct)
                : new Compiled(Optional.empty(), distinct);
    }

    /** Which related lists there are is only known when every field was understood. */
    private static void check(Merged merged, boolean complete, List<Problem> problems) {
        if (merged.entities().size() > MAX_ENTITIES) {
            problems.add(
                    Problem.of(
                            ProblemCode.LIMIT_REACHED,
                            "",
                            Map.of("name", "entities", "max", MAX_ENTITIES)));
            return;
        }
        KeyCheck.check(merged, problems);
        var related = Relations.check(merged, problems);
        var screens = new Screens(merged, related, complete, problems);
        merged.entities().values().forEach(screens::check);
    }

    private static Model model(long version, Merged merged, List<Problem> problems) {
        var entities = new EntityCompiler(merged, problems);
        var roles = new RoleCompiler(merged, problems);
        return new Model(
                version,
                new SettingsCompiler(problems).compile(merged.layers()),
                each(merged.entities(), entities::compile),
                each(merged.traits(), entities::compileTrait),
                each(merged.roles(), roles::compile));
    }

    private static <T> Map<String, T> each(
            Map<String, Definition> definitions, Function<Definition, T> compile) {
        var compiled = new LinkedHashMap<String, T>();
        definitions.forEach((name, definition) -> compiled.put(name, compile.apply(definition)));
        return compiled;
    }
}
