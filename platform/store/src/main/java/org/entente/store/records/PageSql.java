package org.entente.store.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.engine.query.PlannedQuery;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.store.records.Keyset.Stretch;
import org.entente.store.shape.Storage;
import org.entente.store.sql.Later;
import org.entente.store.sql.SqlValues;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The statements of one page. */
final class PageSql {

    /** Up to here, counting is cheap enough to be exact when an estimate would do. */
    static final int COUNTED = 1_000;

    private static final int FIXED_COLUMNS = 2;

    private final Ground ground;
    private final PlannedQuery query;
    private final Optional<Later> lastId;

    PageSql(Ground ground, Lifted lifted) {
        this.ground = ground;
        this.query = lifted.query();
        this.lastId = lifted.lastId();
    }

    /**
     * The statements, and how their rows are read: the id, the version, the columns, then the keys.
     *
     * @param stretches their rows follow each other
     * @param totals one exact count; or a count that stops early and a plan to take an estimate
     *     from
     */
    record Built(
            List<Statement> stretches,
            List<Statement> totals,
            List<Chosen> columns,
            List<Key> keys) {

        int firstColumn() {
            return FIXED_COLUMNS + 1;
        }
    }

    Built build() {
        var joins = new Joins(ground, query.entity());
        var chooser = new Chooser(joins.start(), query.evaluation());
        var columns = query.columns().stream().map(chooser::choose).toList();
        var keys =
                query.sort().stream().map(key -> Key.of(key, chooser, query.language())).toList();
        var conditions = conditions(joins, chooser);
        var keyset = new Keyset(keys, joins.root().id(), after(), chooser);
        var stretches = isApart(keys, joins) ? keyset.apart() : keyset.together();
        var fields = fields(joins, columns, keys);
        return new Built(
                stretches.stream()
                        .map(stretch -> Statement.of(select(joins, fields, conditions, stretch)))
                        .toList(),
                totals().stream().map(Statement::of).toList(),
                columns,
                keys);
    }

    private Optional<Keyset.After> after() {
        return query.after()
                .map(position ->
                        new Keyset.After(
                                position.values(),
                                SqlValues.value(
                                        lastId.orElseThrow(),
                                        new ToEntity(query.entity().name()))));
    }

    private List<Condition> conditions(Joins joins, Chooser chooser) {
        var conditions = new ArrayList<Condition>();
        conditions.add(joins.root().deletedAt().isNull());
        for (TypedExpression condition : query.conditions()) {
            conditions.add(chooser.condition(condition));
        }
        return conditions;
    }

    private static List<Field<?>> fields(Joins joins, List<Chosen> columns, List<Key> keys) {
        var fields = new ArrayList<Field<?>>();
        fields.add(joins.root().id());
        fields.add(joins.root().version());
        columns.forEach(column -> fields.addAll(column.shown()));
        keys.forEach(key -> fields.add(key.answered()));
        return fields;
    }

    private Select<?> select(
            Joins joins, List<Field<?>> fields, List<Condition> conditions, Stretch stretch) {
        return DSL.select(fields)
                .from(joins.tables())
                .where(conditions)
                .and(DSL.and(stretch.conditions()))
                .orderBy(stretch.order())
                .limit(DSL.inline(query.limit() + 1));
    }

    /** Two stretches pay where an index answers each of them. */
    private boolean isApart(List<Key> keys, Joins joins) {
        if (keys.size() != 1 || !joins.root().isThere() || !keys.getFirst().nullable()) {
            return false;
        }
        var key = keys.getFirst();
        return (key.descending() || query.after().isPresent())
                && key.own()
                        .filter(path -> path.field().flags().filterable())
                        .filter(path -> Storage.of(path.field().type()) != Storage.CHOICE)
                        .isPresent();
    }

    private List<org.jooq.QueryPart> totals() {
        return switch (query.total()) {
            case NONE -> List.of();
            case EXACT -> List.of(DSL.select(DSL.count()).from(matching(false).asTable("m")));
            case ESTIMATE ->
                    List.of(
                            DSL.select(DSL.count()).from(matching(true).asTable("m")),
                            DSL.sql("explain (format json) {0}", matching(false)));
        };
    }

    private Select<?> matching(boolean few) {
        var joins = new Joins(ground, query.entity());
        var chooser = new Chooser(joins.start(), query.evaluation());
        var conditions = conditions(joins, chooser);
        var all = DSL.select(DSL.inline(1).as("one")).from(joins.tables()).where(conditions);
        return few ? all.limit(DSL.inline(COUNTED + 1)) : all;
    }
}
