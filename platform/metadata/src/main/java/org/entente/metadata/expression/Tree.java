package org.entente.metadata.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

/** The parts that an expression directly consists of. */
public final class Tree {

    private Tree() {}

    /** The parts, in order. */
    public static List<TypedExpression> parts(TypedExpression expression) {
        return switch (expression) {
            case Literal _, Input _, Path _, Self _, Alias _ -> List.of();
            case Operation operation -> operation.arguments();
            case Logic logic -> logic.arguments();
            case Not(var argument) -> List.of(argument);
            case IsNull(var argument) -> List.of(argument);
            case Conditional(var condition, var then, var otherwise, _) ->
                    List.of(condition, then, otherwise);
            case Coalesce coalesce -> coalesce.arguments();
            case Membership(var item, var list) -> {
                var parts = new ArrayList<TypedExpression>(list);
                parts.addFirst(item);
                yield parts;
            }
            case Summary(_, var items, var of, _) -> {
                var parts = new ArrayList<TypedExpression>(items.conditions());
                of.ifPresent(parts::add);
                yield parts;
            }
        };
    }

    /** Shows the whole, from the top. */
    public static void walk(TypedExpression expression, Consumer<TypedExpression> visitor) {
        visitor.accept(expression);
        parts(expression).forEach(part -> walk(part, visitor));
    }

    /** The same expression with each of its parts changed. */
    static TypedExpression with(TypedExpression expression, UnaryOperator<TypedExpression> change) {
        return switch (expression) {
            case Literal _, Input _, Path _, Self _, Alias _ -> expression;
            case Operation(var function, var arguments, var type) ->
                    new Operation(function, each(arguments, change), type);
            case Logic(var conjunction, var arguments) ->
                    new Logic(conjunction, each(arguments, change));
            case Not(var argument) -> new Not(change.apply(argument));
            case IsNull(var argument) -> new IsNull(change.apply(argument));
            case Conditional(var condition, var then, var otherwise, var type) ->
                    new Conditional(
                            change.apply(condition),
                            change.apply(then),
                            change.apply(otherwise),
                            type);
            case Coalesce(var arguments, var type) -> new Coalesce(each(arguments, change), type);
            case Membership(var item, var list) ->
                    new Membership(change.apply(item), each(list, change));
            case Summary(var by, var items, var of, var type) ->
                    new Summary(
                            by,
                            new Items(
                                    items.source(),
                                    items.level(),
                                    each(items.conditions(), change)),
                            of.map(change),
                            type);
        };
    }

    private static List<TypedExpression> each(
            List<TypedExpression> expressions, UnaryOperator<TypedExpression> change) {
        return expressions.stream().map(change).toList();
    }
}
