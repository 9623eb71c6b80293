package org.entente.metadata.expression;

import java.util.List;
import java.util.stream.Stream;
import org.entente.metadata.expression.TypedExpression.Items;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Source.Listed;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.expression.TypedExpression.Summary;

/**
 * An expression about one record, said of another place: where its own record stood is now what a
 * path leads to, within so many lists.
 */
record Rebase(Start start, List<Step> through, int deeper) {

    TypedExpression of(TypedExpression expression) {
        return switch (expression) {
            case Path(var from, var steps, var field, var part, var type) ->
                    new Path(moved(from), steps(from, steps), field, part, type);
            case Self(var from, var steps, var type) ->
                    new Self(moved(from), steps(from, steps), type);
            case Summary(var by, var items, var of, var type) ->
                    Tree.with(new Summary(by, items(items), of, type), this::of);
            case TypedExpression other -> Tree.with(other, this::of);
        };
    }

    private Start moved(Start from) {
        return switch (from) {
            case Start.Own _ -> start;
            case Start.Item(var level) -> new Start.Item(level + deeper);
            case Start.Before before -> before;
        };
    }

    private List<Step> steps(Start from, List<Step> steps) {
        return from instanceof Start.Own
                ? Stream.concat(through.stream(), steps.stream()).toList()
                : steps;
    }

    private Items items(Items items) {
        var source =
                switch (items.source()) {
                    case Related(var from, var steps, var holder, var entity, var reference) ->
                            new Related(moved(from), steps(from, steps), holder, entity, reference);
                    case Listed(var from, var steps, var holder, var entity, var reference) ->
                            new Listed(moved(from), steps(from, steps), holder, entity, reference);
                };
        return new Items(source, items.level() + deeper, items.conditions());
    }
}
