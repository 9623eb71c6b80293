package org.entente.metadata.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.metadata.definition.Merger.Merged;
import org.entente.metadata.expression.Culprit;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Inlining;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.metadata.model.FieldType.Figure;
import org.entente.metadata.model.FieldType.FormulaType;
import org.entente.metadata.model.FieldType.RollUpType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.RelatedList;
import org.entente.metadata.value.WrittenDefault;
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
    private final Inlining inlining;

    ExpressionCheck(Model model, Merged merged, List<Problem> problems) {
        this.model = model;
        this.merged = merged;
        this.problems = problems;
        this.inlining = new Inlining(model);
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
        for (var rule : definition.within("rules").values()) {
            var scope = Scope.ofChange(model, entity, Visibility.EVERYTHING);
            rule.text("check")
                    .ifPresent(
                            text -> check(scope, text, Expected.condition(), rule.place("check")));
        }
        for (var view : definition.within("views").values()) {
            view.text("filter")
                    .ifPresent(filter ->
                            check(entity, filter, Expected.condition(), view.place("filter")));
        }
    }

    private void field(Entity entity, Field field, Definition written) {
        if (field.type() instanceof Computed computed) {
            computed(entity, computed, written);
        }
        WrittenDefault.of(field)
                .ifPresentOrElse(
                        text -> written(field, text, written.place("default")),
                        () -> defaultOf(entity, field, written.place("default")));
        field.visible()
                .ifPresent(text ->
                        check(entity, text, Expected.condition(), written.place("visible")));
        if (field.required() instanceof Requirement.When(String text)) {
            check(entity, text, Expected.condition(), written.place("required"));
        }
    }

    private void defaultOf(Entity entity, Field field, String place) {
        var type = Expected.of(ValueType.of(field.type()));
        field.defaultValue().ifPresent(text -> check(entity, text, type, place));
    }

    private void written(Field field, String text, String place) {
        if (WrittenDefault.read(text, field, model.settings())
                instanceof Outcome.Refused<Optional<Object>>(var refused)) {
            refused.forEach(one -> problems.add(new Problem(one.code(), place, one.details())));
        }
    }

    private void computed(Entity entity, Computed computed, Definition written) {
        switch (computed) {
            case FormulaType(var as, var text, _) ->
                    check(entity, text, Expected.of(ValueType.of(as)), written.place("formula"));
            case RollUpType rollUp -> {
                var list = Computations.list(model, entity, rollUp);
                if (list.isEmpty()) {
                    var lists = RelatedList.of(model, entity).stream().map(RelatedList::name);
                    problems.add(
                            Problem.of(
                                    ProblemCode.UNKNOWN_NAME,
                                    written.place("over"),
                                    Map.of("name", rollUp.over(), "options", lists.toList())));
                } else {
                    rollUp(entity, list.get(), rollUp, written);
                }
            }
        }
    }

    /** Its expressions are about one record of the list. */
    private void rollUp(Entity entity, RelatedList list, RollUpType rollUp, Definition written) {
        var scope = Scope.of(model, list.entity(), Visibility.EVERYTHING);
        var items = new Place(scope, root -> inlining.inlineOfItems(entity, list, root));
        rollUp.when()
                .ifPresent(when -> check(items, when, Expected.condition(), written.place("when")));
        rollUp.of()
                .ifPresent(of -> {
                    var expected =
                            rollUp.fn() == Figure.MIN || rollUp.fn() == Figure.MAX
                                    ? Expected.any()
                                    : Expected.of(ValueType.Simple.DECIMAL);
                    check(items, of, expected, written.place("of"));
                });
    }

    private void check(Entity entity, String text, Expected expected, String place) {
        check(Scope.of(model, entity, Visibility.EVERYTHING), text, expected, place);
    }

    private void check(Scope scope, String text, Expected expected, String place) {
        var about = new Place(scope, root -> inlining.inline(scope.row(), root));
        check(about, text, expected, place);
    }

    /**
     * What an expression is about.
     *
     * @param whole puts in what computed fields come from
     */
    private record Place(Scope scope, Function<TypedExpression, Outcome<TypedExpression>> whole) {}

    private void check(Place about, String text, Expected expected, String place) {
        var outcome =
                ExpressionCompiler.compile(about.scope(), text, expected)
                        .then(bound ->
                                bound.parameters().isEmpty()
                                        ? about.whole().apply(bound.root())
                                        : Outcome.refused(
                                                Problem.of(
                                                        ProblemCode.UNKNOWN_NAME,
                                                        "",
                                                        Map.of("name", "params"))));
        if (outcome instanceof Outcome.Refused<TypedExpression>(var refused)) {
            refused.stream()
                    .map(problem -> Culprit.pointed(problem, about.scope(), text, expected))
                    .forEach(problem -> problems.add(problem.under(place)));
        }
    }
}
