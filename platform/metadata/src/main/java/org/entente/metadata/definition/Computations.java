package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.BoundExpression;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Inlining;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.Tree;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Source.Listed;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.BooleanType;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.metadata.model.FieldType.DateTimeType;
import org.entente.metadata.model.FieldType.DateType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.Figure;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.FieldType.Origin;
import org.entente.metadata.model.FieldType.RollUpType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.RelatedList;
import org.entente.spi.Outcome;

/** What computed fields result in, and what they come from, once the whole model is known. */
final class Computations {

    static final FieldType DECIMAL = new DecimalType(38, 18);
    static final FieldType TEXT = new TextType(10_000);

    /** A roll-up of a roll-up is known a round later. */
    private static final int MOST_ROUNDS = 8;

    private Computations() {}

    /** The model with the result of every roll-up; where nothing tells it, a decimal stays. */
    static Model typed(Model model) {
        var current = model;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var before = current;
            var next = changed(before, (entity, type) -> typed(before, entity, type));
            if (next.equals(current)) {
                break;
            }
            current = next;
        }
        return current;
    }

    /** The model whose computed fields know what they come from. */
    static Model traced(Model model) {
        var inlining = new Inlining(model);
        return changed(
                model,
                (entity, field) -> {
                    var type = (Computed) field.type();
                    return type.settled(type.as(), origins(model, inlining, entity, field));
                });
    }

    private interface Change {
        FieldType of(Entity entity, Field field);
    }

    private static Model changed(Model model, Change change) {
        var entities = new LinkedHashMap<String, Entity>();
        for (var entity : model.entities().values()) {
            var fields = new LinkedHashMap<String, Field>();
            entity.fields()
                    .forEach((name, field) ->
                            fields.put(
                                    name,
                                    field.type() instanceof Computed
                                            ? field.as(change.of(entity, field))
                                            : field));
            entities.put(entity.name(), entity.with(fields));
        }
        return new Model(
                model.version(), model.settings(), entities, model.traits(), model.roles());
    }

    private static FieldType typed(Model model, Entity entity, Field field) {
        return field.type() instanceof RollUpType rollUp && rollUp.fn() != Figure.COUNT
                ? rollUp.settled(result(model, entity, rollUp), List.of())
                : field.type();
    }

    private static FieldType result(Model model, Entity entity, RollUpType rollUp) {
        var list = list(model, entity, rollUp);
        if (rollUp.fn() == Figure.AVG || list.isEmpty()) {
            return DECIMAL;
        }
        var scope = Scope.of(model, list.get().entity(), Visibility.EVERYTHING);
        var text = rollUp.of().orElse("");
        return switch (ExpressionCompiler.compile(scope, text, Expected.any())) {
            case Outcome.Done<BoundExpression>(var bound) -> result(bound.root().type());
            case Outcome.Refused<BoundExpression> _ -> DECIMAL;
        };
    }

    private static FieldType result(ValueType type) {
        return switch (type) {
            case Simple.INTEGER -> new IntegerType();
            case Simple.TEXT -> TEXT;
            case Simple.BOOLEAN -> new BooleanType();
            case Simple.DATE -> new DateType();
            case Simple.DATE_TIME -> new DateTimeType();
            case ValueType _ -> DECIMAL;
        };
    }

    static Optional<RelatedList> list(Model model, Entity entity, RollUpType rollUp) {
        return RelatedList.of(model, entity).stream()
                .filter(one -> one.name().equals(rollUp.over()))
                .findFirst();
    }

    private static List<Origin> origins(
            Model model, Inlining inlining, Entity entity, Field field) {
        var own =
                new Path(
                        Start.own(),
                        List.of(),
                        field,
                        Optional.empty(),
                        ValueType.of(field.type()));
        return switch (inlining.inline(Optional.of(entity), own)) {
            case Outcome.Done<TypedExpression>(var inlined) ->
                    new Tracing(model, entity).of(inlined);
            case Outcome.Refused<TypedExpression> _ -> List.of();
        };
    }

    /** Collects the fields that an expression reads. */
    private static final class Tracing {

        private final Model model;
        private final Map<Integer, String> items = new LinkedHashMap<>();
        private final Entity own;
        private final LinkedHashSet<Origin> origins = new LinkedHashSet<>();

        Tracing(Model model, Entity own) {
            this.model = model;
            this.own = own;
        }

        List<Origin> of(TypedExpression expression) {
            Tree.walk(expression, this::visit);
            return List.copyOf(origins);
        }

        private void visit(TypedExpression part) {
            switch (part) {
                case Path path -> {
                    steps(path.through());
                    holders(path.start(), path.through())
                            .forEach(holder -> add(holder, path.field().name()));
                }
                case Self self -> steps(self.through());
                case Summary(_, var list, _, _) -> {
                    var source = list.source();
                    steps(source.through());
                    switch (source) {
                        case Related related -> add(related.entity(), related.reference().name());
                        case Listed listed ->
                                holders(listed.start(), listed.through())
                                        .forEach(one -> add(one, listed.reference().name()));
                    }
                    items.put(list.level(), source.entity());
                }
                default -> {}
            }
        }

        private void steps(List<Step> steps) {
            for (var step : steps) {
                entities(step.entity()).forEach(entity -> add(entity, step.field().name()));
            }
        }

        private List<String> holders(Start start, List<Step> through) {
            if (!through.isEmpty()) {
                return entities(through.getLast().target());
            }
            return start instanceof Start.Item(var level)
                    ? List.of(java.util.Objects.requireNonNull(items.get(level)))
                    : List.of(own.name());
        }

        /** An entity, or those that carry a trait. */
        private List<String> entities(String name) {
            if (model.entity(name).isPresent()) {
                return List.of(name);
            }
            var carriers = new ArrayList<String>();
            model.carriers(name).forEach(entity -> carriers.add(entity.name()));
            return carriers;
        }

        private void add(String entity, String field) {
            origins.add(new Origin(entity, field));
        }
    }
}
