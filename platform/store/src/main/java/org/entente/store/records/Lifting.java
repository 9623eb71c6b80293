package org.entente.store.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.query.PlannedQuery.SortKey;
import org.entente.engine.query.Selection;
import org.entente.engine.query.Selection.OfReference;
import org.entente.engine.query.Selection.OfReferences;
import org.entente.engine.query.Selection.OfValue;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Coalesce;
import org.entente.metadata.expression.TypedExpression.Conditional;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.IsNull;
import org.entente.metadata.expression.TypedExpression.Items;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Logic;
import org.entente.metadata.expression.TypedExpression.Membership;
import org.entente.metadata.expression.TypedExpression.Not;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType;
import org.entente.store.sql.Later;
import org.entente.store.sql.SqlValues;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values out of expressions and leaves {@link Later} in their places. What is left is the
 * same for the same question about other values. What holds no value stays the same object.
 */
@SuppressWarnings("ReferenceEquality") // what was not touched is the same object
final class Lifting {

    private final Evaluation evaluation;
    private final List<@Nullable Object> values = new ArrayList<>();

    Lifting(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** What was taken out, each at its place. */
    List<@Nullable Object> values() {
        return values;
    }

    /** Takes a value out. */
    Later take(Object value) {
        values.add(value);
        return new Later(values.size() - 1);
    }

    TypedExpression lift(TypedExpression expression) {
        return switch (expression) {
            case Literal(var value, var type) ->
                    SqlValues.canWait(value, type) ? later(value, type) : expression;
            case Input input -> input(input);
            case Path _, Self _, Alias _ -> expression;
            case Operation operation -> operation(operation);
            case Logic(var conjunction, var arguments) ->
                    list(expression, arguments, some -> new Logic(conjunction, some));
            case Not(var argument) -> one(expression, argument, Not::new);
            case IsNull(var argument) -> one(expression, argument, IsNull::new);
            case Conditional(var condition, var then, var otherwise, var type) ->
                    new Conditional(lift(condition), lift(then), lift(otherwise), type);
            case Coalesce(var arguments, var type) ->
                    list(expression, arguments, some -> new Coalesce(some, type));
            case Membership(var item, var items) -> new Membership(lift(item), all(items));
            case Summary(var by, Items(var source, var level, var conditions), var of, var type) ->
                    new Summary(
                            by,
                            new Items(source, level, all(conditions)),
                            of.map(this::lift),
                            type);
        };
    }

    private TypedExpression later(@Nullable Object value, ValueType type) {
        return new Literal(value == null ? null : take(value), type);
    }

    private TypedExpression input(Input input) {
        var value = evaluation.of(input);
        return SqlValues.canWait(value, input.type())
                ? later(value, input.type())
                : new Literal(value, input.type());
    }

    /** To how many places is rounded decides which function does it. */
    private TypedExpression operation(Operation operation) {
        var arguments = operation.arguments();
        if (operation.function() == Function.ROUND) {
            return new Operation(
                    Function.ROUND,
                    List.of(lift(arguments.getFirst()), arguments.getLast()),
                    operation.type());
        }
        return list(
                operation,
                arguments,
                some -> new Operation(operation.function(), some, operation.type()));
    }

    private TypedExpression one(
            TypedExpression whole,
            TypedExpression argument,
            UnaryOperator<TypedExpression> remade) {
        var lifted = lift(argument);
        return lifted == argument ? whole : remade.apply(lifted);
    }

    private interface Remaking {
        TypedExpression of(List<TypedExpression> arguments);
    }

    private TypedExpression list(
            TypedExpression whole, List<TypedExpression> arguments, Remaking remade) {
        var lifted = all(arguments);
        return lifted == arguments ? whole : remade.of(lifted);
    }

    /** The same list when nothing was taken out of it. */
    List<TypedExpression> all(List<TypedExpression> expressions) {
        return each(expressions, this::lift);
    }

    List<Selection> selections(List<Selection> selections) {
        return each(selections, this::selection);
    }

    List<SortKey> sort(List<SortKey> keys) {
        return each(
                keys,
                key -> {
                    var lifted = selection(key.selection());
                    return lifted == key.selection() ? key : new SortKey(lifted, key.descending());
                });
    }

    Selection selection(Selection selection) {
        return switch (selection) {
            case OfValue(var expression) -> {
                var lifted = lift(expression);
                yield lifted == expression ? selection : new OfValue(lifted);
            }
            case OfReference(var reference, var labels) -> {
                var lifted = new LinkedHashMap<String, TypedExpression>();
                var changed = false;
                for (var label : labels.entrySet()) {
                    var text = lift(label.getValue());
                    changed |= text != label.getValue();
                    lifted.put(label.getKey(), text);
                }
                yield changed ? new OfReference(reference, lifted) : selection;
            }
            case OfReferences(var references, var to, var label) -> {
                var lifted = label.map(this::lift);
                yield lifted.orElse(null) == label.orElse(null)
                        ? selection
                        : new OfReferences(references, to, lifted);
            }
        };
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> lifting) {
        var lifted = new ArrayList<T>(all.size());
        var changed = false;
        for (var one : all) {
            var after = lifting.apply(one);
            changed |= after != one;
            lifted.add(after);
        }
        return changed ? lifted : all;
    }
}
