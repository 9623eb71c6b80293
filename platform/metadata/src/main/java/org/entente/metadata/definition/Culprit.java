package org.entente.metadata.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.Use;
import org.entente.metadata.expression.Use.Meaning;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.spi.Problem;

/**
 * Points at the word by which an expression leads into a cycle of computed fields, or into more
 * than may be computed: what is wrong with those shows only when they are put together.
 */
final class Culprit {

    private static final Set<String> TOGETHER =
            Set.of("cycle", "expands_too_far", "lists_too_deep", "path_too_long");

    private Culprit() {}

    /** The problem at the word, where it is of that kind; else as it is. */
    static Problem pointed(Problem problem, Scope scope, String text, Expected expected) {
        if (!TOGETHER.contains(String.valueOf(problem.details().get("reason")))) {
            return problem;
        }
        return ExpressionCompiler.uses(scope, text, expected).stream()
                .filter(use -> leads(use.meaning(), scope, problem))
                .findFirst()
                .map(use -> at(problem, text, use))
                .orElse(problem);
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

    private static Problem at(Problem problem, String text, Use use) {
        var before = text.substring(0, text.offsetByCodePoints(0, use.position()));
        var line = before.lastIndexOf('\n') + 1;
        var details = new HashMap<>(problem.details());
        details.put("position", use.position());
        details.put("line", 1 + (int) before.chars().filter(c -> c == '\n').count());
        details.put("column", 1 + before.codePointCount(line, before.length()));
        return new Problem(problem.code(), problem.at(), details);
    }
}
