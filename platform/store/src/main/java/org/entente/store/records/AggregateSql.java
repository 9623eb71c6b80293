package org.entente.store.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.engine.query.PlannedAggregate;
import org.entente.engine.query.PlannedAggregate.AliasSort;
import org.entente.engine.query.PlannedAggregate.Measure;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Items;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.store.sql.Columns;
import org.entente.store.sql.ExpressionRenderer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The statement of an aggregate, in three layers: what is grouped and measured of each row, the
 * figures, and what is asked of the figures. Grouping by columns of an inner layer, never by
 * expressions, since a bound value in one is not known to be the same as in another.
 */
final class AggregateSql {

    private final Ground ground;
    private final PlannedAggregate aggregate;

    /** Columns of the innermost layer. */
    private final List<Field<?>> of = new ArrayList<>();

    /** Columns of the middle layer, named as those of the outermost. */
    private final List<Field<?>> figures = new ArrayList<>();

    private final List<Field<?>> groupedBy = new ArrayList<>();
    private final List<Chosen> answers = new ArrayList<>();
    private final Map<String, Named> names = new HashMap<>();

    private AggregateSql(Ground ground, PlannedAggregate aggregate) {
        this.ground = ground;
        this.aggregate = aggregate;
    }

    /** The statement, and how each of its rows is read. */
    record Built(Statement statement, List<Chosen> columns) {}

    /** What an alias stands for: in conditions, and in sorting. */
    private record Named(Field<?> value, Field<?> sorted, ValueType type) {}

    static Built build(Ground ground, PlannedAggregate aggregate) {
        return new AggregateSql(ground, aggregate).build();
    }

    private Built build() {
        var joins = new Joins(ground, aggregate.entity());
        var chooser = new Chooser(joins.start(), aggregate.evaluation());
        var conditions = new ArrayList<Condition>();
        conditions.add(joins.root().deletedAt().isNull());
        aggregate.conditions().forEach(one -> conditions.add(chooser.condition(one)));
        aggregate.groups().forEach(group -> group(group, chooser));
        aggregate.measures().forEach(measure -> measure(measure, chooser));
        if (of.isEmpty()) {
            of.add(DSL.inline(1).as("c0"));
        }
        var rows = DSL.select(of).from(joins.tables()).where(conditions).asTable("r");
        return new Built(Statement.of(outermost(middle(rows))), answers);
    }

    private Select<?> middle(Table<?> rows) {
        var select = DSL.select(figures).from(rows);
        return groupedBy.isEmpty() ? select : select.groupBy(groupedBy);
    }

    private Select<?> outermost(Select<?> middle) {
        var renderer = new ExpressionRenderer(new AliasColumns(), aggregate.evaluation());
        var having = aggregate.having().map(renderer::condition).orElseGet(DSL::noCondition);
        var shown = new ArrayList<Field<?>>();
        answers.forEach(answer -> shown.addAll(answer.shown()));
        return DSL.select(shown)
                .from(middle.asTable("f"))
                .where(having)
                .orderBy(order())
                .limit(DSL.inline(aggregate.limit()));
    }

    private void group(PlannedAggregate.Group group, Chooser chooser) {
        var chosen = chooser.choose(group.selection());
        var shown = new ArrayList<Field<?>>();
        for (var field : chosen.fields()) {
            var inner = inner(field);
            groupedBy.add(inner);
            shown.add(figure(inner));
        }
        answers.add(new Chosen(shown, chosen.type(), chosen.form()));
        var labelled = chosen.form() == Chosen.Form.LABELLED;
        names.put(
                group.alias(),
                new Named(
                        shown.getFirst(),
                        labelled ? shown.getLast() : shown.getFirst(),
                        labelled ? Simple.TEXT : chosen.type()));
    }

    private void measure(Measure measure, Chooser chooser) {
        var type = typeOf(measure);
        var field = figure(measured(measure, chooser));
        answers.add(new Chosen(List.of(field), type, Chosen.Form.SINGLE));
        names.put(measure.alias(), new Named(field, field, type));
    }

    private static ValueType typeOf(Measure measure) {
        return switch (measure.fn()) {
            case COUNT, COUNT_DISTINCT -> Simple.INTEGER;
            case AVG -> Simple.DECIMAL;
            case SUM, MIN, MAX -> measure.of().orElseThrow().type();
        };
    }

    private Field<?> measured(Measure measure, Chooser chooser) {
        if (measure.of().isEmpty()) {
            return DSL.count();
        }
        var value = inner(chooser.render(measure.of().get()));
        return switch (measure.fn()) {
            case COUNT -> sql("count({0})", value);
            case COUNT_DISTINCT -> sql("count(distinct {0})", value);
            case SUM -> sql("coalesce(sum({0}), 0)", value);
            case MIN -> sql("min({0})", value);
            case MAX -> sql("max({0})", value);
            case AVG -> average(value);
        };
    }

    /** By the language's own division, so that an average is what sum and count would give. */
    private Field<?> average(Field<?> value) {
        var sum = new Alias("sum", Simple.DECIMAL);
        var count = new Alias("count", Simple.DECIMAL);
        var parts = Map.of("sum", sql("sum({0})", value), "count", sql("count({0})", value));
        var columns =
                new AliasColumns() {
                    @Override
                    public Field<?> alias(Alias alias) {
                        return java.util.Objects.requireNonNull(parts.get(alias.name()));
                    }
                };
        return new ExpressionRenderer(columns, aggregate.evaluation())
                .render(new Operation(Function.DIVIDE, List.of(sum, count), Simple.DECIMAL));
    }

    private Field<?> inner(Field<?> field) {
        var name = "c" + of.size();
        of.add(field.as(name));
        return DSL.field(DSL.name("r", name));
    }

    private Field<?> figure(Field<?> field) {
        var name = "f" + figures.size();
        figures.add(field.as(name));
        return DSL.field(DSL.name("f", name));
    }

    /** The sort that was asked for; then by the groups, so that the answer is always the same. */
    private List<SortField<?>> order() {
        var order = new ArrayList<SortField<?>>();
        for (AliasSort sort : aggregate.sort()) {
            order.add(sorted(sort.alias(), sort.descending()));
        }
        aggregate.groups().forEach(group -> order.add(sorted(group.alias(), false)));
        return order;
    }

    private SortField<?> sorted(String alias, boolean descending) {
        var named = java.util.Objects.requireNonNull(names.get(alias));
        var field = Chooser.ordered(named.sorted(), named.type(), aggregate.language());
        return descending ? field.desc().nullsLast() : field.asc().nullsLast();
    }

    private static Field<?> sql(String template, Field<?> value) {
        return DSL.field(template, Object.class, value);
    }

    private class AliasColumns implements Columns {

        @Override
        public Field<?> column(Path path) {
            throw new IllegalArgumentException("no field among figures");
        }

        @Override
        public Field<?> self(Self self) {
            throw new IllegalArgumentException("no record among figures");
        }

        @Override
        public Field<?> alias(Alias alias) {
            return java.util.Objects.requireNonNull(names.get(alias.name())).value();
        }

        @Override
        public Inner items(Items items) {
            throw new IllegalArgumentException("no list among figures");
        }
    }
}
