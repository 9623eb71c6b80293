package org.entente.metadata.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.entente.metadata.expression.Use.Meaning;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.spi.Problem;

/**
 * Points at the word by which an expression leads into a cycle of computed fields, or into more
 * than may be computed: what is wrong with those shows only when they are put together.
 */
public final class Culprit {

    private Culprit() {}

    /** The problem at the word that leads there, unless it has its place already. */
    public static Problem pointed(Problem problem, Scope scope, String text, Expected expected) {
        if (problem.details().containsKey("position") || !problem.details().containsKey("reason")) {
            return problem;
        }
        return ExpressionCompiler.uses(scope, text, expected).stream()
                .filter(use -> leads(use.meaning(), scope, problem))
                .map(Use::position)
                .findFirst()
                .map(position -> at(problem, text, position))
                .orElseGet(() -> at(problem, text, 0));
    }

    private static boolean leads(Meaning meaning, Scope scope, Problem problem) {
        return meaning instanceof Meaning.OfField(var entity, var name)
                && field(scope, entity, name)
                        .filter(field -> field.type() instanceof Computed)
                        .isPresent()
                && (!(problem.details().get("path") instanceof List<?> path)
                        || path.contains(entity + "." + name));
    }

    private static Optional<Field> field(Scope scope, String entity, String name) {
        return scope.model().entity(entity).flatMap(known -> known.field(name));
    }

    private static Problem at(Problem problem, String text, int position) {
        var before = text.substring(0, text.offsetByCodePoints(0, position));
        var line = before.lastIndexOf('\n') + 1;
        var details = new HashMap<>(problem.details());
        details.put("position", position);
        details.put("line", 1 + (int) before.chars().filter(c -> c == '\n').count());
        details.put("column", 1 + before.codePointCount(line, before.length()));
        return new Problem(problem.code(), problem.at(), details);
    }
}
