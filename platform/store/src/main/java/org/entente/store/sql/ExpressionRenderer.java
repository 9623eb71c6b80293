package org.entente.store.sql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.engine.expression.Evaluation;
import org.entente.metadata.expression.TypedExpression;
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
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Renders an expression to SQL with the answers of {@link org.entente.engine.expression.Evaluator},
 * value for value. No row can make it fail, whatever order the database computes in. Each part
 * stands in the SQL once, so its length grows with the expression and no faster; a bare column
 * beside a value stays bare, so that indexes serve.
 *
 * <p>The session's time zone must be UTC, the database's locale the builtin C.UTF-8, and {@link
 * CreateFunctions#STATEMENTS} must have run.
 */
public final class ExpressionRenderer {

    private final Columns columns;
    private final Evaluation evaluation;
    private final SqlOperations operations;

    public ExpressionRenderer(Columns columns, Evaluation evaluation) {
        this.columns = columns;
        this.evaluation = evaluation;
        this.operations = new SqlOperations(this, evaluation.zone());
    }

    /** The value, in its physical form: a choice as its key, a reference as its id. */
    public Field<?> render(TypedExpression expression) {
        return switch (expression) {
            case Literal literal -> SqlValues.value(literal.value(), literal.type());
            case Input input -> SqlValues.value(evaluation.of(input), input.type());
            case Path path -> read(columns.column(path), path);
            case Self self -> read(columns.self(self), self);
            case Alias alias -> read(columns.alias(alias), alias);
            case Operation operation -> operations.render(operation);
            case Logic logic ->
                    joined("({})", logic.conjunction() ? " and " : " or ", logic.arguments());
            case Not not -> bool("(not {0})", render(not.argument()));
            case IsNull test -> isNull(test);
            case Conditional either -> conditional(either);
            case Coalesce coalesce -> coalesce(coalesce);
            case Membership membership -> membership(membership);
            case Summary summary -> SqlSummaries.render(summary, columns, evaluation);
        };
    }

    /** A condition; a null of it selects nothing. */
    public Condition condition(TypedExpression condition) {
        return DSL.condition("{0}", render(condition));
    }

    private Field<?> isNull(IsNull test) {
        var argument = render(test.argument());
        return test.argument().type() instanceof Several
                ? bool("(cardinality({0}) = 0)", argument)
                : bool("({0} is null)", argument);
    }

    /** The column as it is; only the class of what is fetched of it is said. */
    private static Field<?> read(Field<?> column, TypedExpression expression) {
        if (expression.type() instanceof Several several) {
            var none = "cast(array[] as " + SqlValues.typeName(several) + ")";
            return SqlValues.sql("coalesce({0}, " + none + ")", several, column);
        }
        return column.coerce(SqlValues.dataType(expression.type()));
    }

    private Field<?> conditional(Conditional either) {
        return SqlValues.sql(
                "case when {0} then {1} else {2} end",
                either.type(),
                render(either.condition()),
                render(either.then()),
                render(either.otherwise()));
    }

    private Field<?> coalesce(Coalesce coalesce) {
        var parts = coalesce.arguments().stream().map(this::render).toArray(QueryPart[]::new);
        return SqlValues.sql(
                "coalesce(" + places(0, parts.length, ", ") + ")", coalesce.type(), parts);
    }

    /** An array and no list: a list of one subquery would be read as a query over its rows. */
    private Field<?> membership(Membership membership) {
        if (membership.list().isEmpty()) {
            return SqlValues.value(false, Simple.BOOLEAN);
        }
        var parts =
                Stream.concat(Stream.of(membership.item()), membership.list().stream())
                        .map(this::render)
                        .toArray(QueryPart[]::new);
        return bool("({0} = any(array[" + places(1, parts.length, ", ") + "]))", parts);
    }

    private Field<?> joined(String frame, String by, List<TypedExpression> expressions) {
        var parts = expressions.stream().map(this::render).toArray(QueryPart[]::new);
        return bool(frame.replace("{}", places(0, parts.length, by)), parts);
    }

    private static String places(int from, int to, String by) {
        return IntStream.range(from, to)
                .mapToObj(place -> "{" + place + "}")
                .collect(Collectors.joining(by));
    }

    private static Field<?> bool(String template, QueryPart... parts) {
        return SqlValues.sql(template, Simple.BOOLEAN, parts);
    }
}
