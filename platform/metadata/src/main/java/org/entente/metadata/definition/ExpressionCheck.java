package org.entente.metadata.definition;

import java.util.List;
import java.util.Map;
import org.entente.metadata.definition.Merger.Merged;
import org.entente.metadata.expression.BoundExpression;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * Checks the expressions of a model that is sound otherwise, each against what its place asks for.
 */
final class ExpressionCheck {

    private final Model model;
    private final Merged merged;
    private final List<Problem> problems;

    ExpressionCheck(Model model, Merged merged, List<Problem> problems) {
        this.model = model;
        this.merged = merged;
        this.problems = problems;
    }

    void check() {
        for (var entity : model.entities().values()) {
            var definition = merged.entities().get(entity.name());
            if (definition != null) {
                entity(entity, definition);
            }
        }
    }

    private void entity(Entity entity, Definition definition) {
        check(entity, entity.naming(), Expected.text(), definition.place("name"));
        entity.fields()
                .forEach((name, field) -> {
                    var written = definition.within("fields").get(name);
                    if (written != null) {
                        field(entity, field, written);
                    }
                });
        for (var view : definition.within("views").values()) {
            view.text("filter")
                    .ifPresent(filter ->
                            check(entity, filter, Expected.condition(), view.place("filter")));
        }
    }

    private void field(Entity entity, Field field, Definition written) {
        var type = Expected.of(ValueType.of(field.type()));
        field.defaultValue().ifPresent(text -> check(entity, text, type, written.place("default")));
        field.visible()
                .ifPresent(text ->
                        check(entity, text, Expected.condition(), written.place("visible")));
        if (field.required() instanceof Requirement.When(String text)) {
            check(entity, text, Expected.condition(), written.place("required"));
        }
    }

    private void check(Entity entity, String text, Expected expected, String place) {
        var scope = Scope.of(model, entity, Visibility.EVERYTHING);
        switch (ExpressionCompiler.compile(scope, text, expected)) {
            case Outcome.Done<BoundExpression>(var bound) -> {
                if (!bound.parameters().isEmpty()) {
                    problems.add(
                            Problem.of(ProblemCode.UNKNOWN_NAME, place, Map.of("name", "params")));
                }
            }
            case Outcome.Refused<BoundExpression>(var refused) ->
                    refused.forEach(problem -> problems.add(problem.under(place)));
        }
    }
}
