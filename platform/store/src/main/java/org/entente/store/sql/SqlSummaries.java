package org.entente.store.sql;

import java.util.ArrayList;
import java.util.List;
import org.entente.engine.expression.Evaluation;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType.Simple;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** What the items of a list come to: a query within the query, bound to its row. */
final class SqlSummaries {

    private SqlSummaries() {}

    static Field<?> render(Summary summary, Columns columns, Evaluation evaluation) {
        var inner = columns.items(summary.items());
        var renderer = new ExpressionRenderer(inner.columns(), evaluation);
        var conditions = new ArrayList<Condition>();
        conditions.add(inner.belongs());
        summary.items().conditions().forEach(one -> conditions.add(renderer.condition(one)));
        return switch (summary.by()) {
            case EXISTS -> {
                conditions.add(renderer.condition(summary.of().orElseThrow()));
                yield test("(exists ({0}))", rows(DSL.inline(1), inner, conditions));
            }
            case ALL -> {
                var broken = "({0} is not true)";
                conditions.add(DSL.condition(broken, renderer.render(summary.of().orElseThrow())));
                yield test("(not exists ({0}))", rows(DSL.inline(1), inner, conditions));
            }
            case SIZE ->
                    figure(
                            "(select count(*) from ({0}) x)",
                            summary, rows(DSL.inline(1), inner, conditions));
            case SUM, MIN, MAX, AVG -> {
                var value = renderer.render(summary.of().orElseThrow()).as("v");
                yield figure(template(summary.by()), summary, rows(value, inner, conditions));
            }
        };
    }

    /**
     * From a table of its own: an aggregate over nothing but columns of the query around would be
     * one of that query.
     */
    private static String template(Summary.By by) {
        return switch (by) {
            case SUM -> "(select coalesce(sum(x.v), 0) from ({0}) x)";
            case MIN -> "(select min(x.v) from ({0}) x)";
            case MAX -> "(select max(x.v) from ({0}) x)";
            case AVG ->
                    "(select round(div(sum(x.v) * 10000000000000000000, nullif(count(x.v), 0))"
                            + " * 0.0000000000000000001, 18) from ({0}) x)";
            case EXISTS, ALL, SIZE -> throw new IllegalArgumentException("no figure: " + by);
        };
    }

    private static Select<?> rows(
            Field<?> column, Columns.Inner inner, List<Condition> conditions) {
        return DSL.select(column).from(inner.tables()).where(conditions);
    }

    private static Field<?> test(String template, Select<?> rows) {
        return SqlValues.sql(template, Simple.BOOLEAN, rows);
    }

    private static Field<?> figure(String template, Summary summary, Select<?> rows) {
        return SqlValues.sql(template, summary.type(), rows);
    }
}
