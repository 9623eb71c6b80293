package org.entente.metadata.expression;

import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Coalesce;
import org.entente.metadata.expression.TypedExpression.Conditional;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.IsNull;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Logic;
import org.entente.metadata.expression.TypedExpression.Membership;
import org.entente.metadata.expression.TypedExpression.Not;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.ToEntity;

/** A path to nothing is null, also when it ends at what would be something of nothing. */
final class Absence {

    private Absence() {}

    /**
     * Whether an expression is null by itself where there is no record for it to be about; a list
     * is empty there.
     */
    static boolean makesNull(TypedExpression expression) {
        return switch (expression) {
            case Path path ->
                    path.start() instanceof Start.Own && !(path.type() instanceof Several);
            case Self self -> self.start() instanceof Start.Own;
            case Operation operation -> operation.arguments().stream().anyMatch(Absence::makesNull);
            case Not(var argument) -> makesNull(argument);
            case Coalesce coalesce -> coalesce.arguments().stream().allMatch(Absence::makesNull);
            case Membership(var item, var list) -> !list.isEmpty() && makesNull(item);
            case Summary summary ->
                    switch (summary.by()) {
                        case MIN, MAX, AVG -> true;
                        case EXISTS, ALL, SIZE, SUM -> false;
                    };
            case Literal _, Input _, Alias _, Logic _, IsNull _, Conditional _ -> false;
        };
    }

    /** The expression, or null where the path leads to no record. */
    static TypedExpression guarded(Path path, TypedExpression expression) {
        var last = path.through().getLast();
        var record = new Self(path.start(), path.through(), new ToEntity(last.target()));
        var type = expression.type();
        return new Conditional(new IsNull(record), new Literal(null, type), expression, type);
    }
}
