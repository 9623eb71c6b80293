package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.metadata.model.Model;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * What changes from one model to another.
 *
 * @param touches what it does to data, in the order of the effects
 * @param problems what cannot be done on a live tenant, at model paths
 */
public record ModelDifference(
        List<Effect> effects, List<DataTouch> touches, List<Problem> problems) {
    public ModelDifference {
        touches = List.copyOf(touches);
        effects = List.copyOf(effects);
        problems = List.copyOf(problems);
    }

    /** Compares by key, so that a renaming is a renaming. */
    public static ModelDifference between(Model before, Model after) {
        var effects = new ArrayList<Effect>();
        var touches = new ArrayList<DataTouch>();
        var problems = new ArrayList<Problem>();
        new EntityDifference(before, after, new Findings(effects, touches, problems)).compare();
        new OtherDifference(effects, problems).compare(before, after);
        return new ModelDifference(effects, touches, problems);
    }

    /** Where what is found is noted. */
    record Findings(List<Effect> effects, List<DataTouch> touches, List<Problem> problems) {

        void effect(Effect.Kind kind, String path) {
            effects.add(new Effect(kind, path, ""));
        }

        void touch(Effect.Kind kind, DataTouch touch) {
            effect(kind, touch.path());
            touches.add(touch);
        }

        void renamed(String was, String path) {
            if (!was.equals(path)) {
                effects.add(new Effect(Effect.Kind.RENAMED, path, was));
            }
        }

        void unsupported(String path, String reason) {
            problems.add(
                    Problem.of(ProblemCode.CHANGE_NOT_SUPPORTED, path, Map.of("reason", reason)));
        }
    }
}
