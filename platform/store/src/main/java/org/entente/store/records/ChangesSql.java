package org.entente.store.records;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.entente.engine.query.PlannedChanges;
import org.entente.engine.query.PlannedChanges.Mark;
import org.entente.engine.query.PlannedChanges.Order;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statement that asks for what was told of one record. */
final class ChangesSql {

    private static final String CHANGE = "c";
    private static final Field<Long> VERSION =
            DSL.field(DSL.name(CHANGE, "version"), SQLDataType.BIGINT);
    private static final Field<?> AT =
            DSL.field(DSL.name(CHANGE, "at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<?> BY = DSL.field(DSL.name(CHANGE, "by_user"), SQLDataType.UUID);

    private final Ground ground;
    private final PlannedChanges changes;

    ChangesSql(Ground ground, PlannedChanges changes) {
        this.ground = ground;
        this.changes = changes;
    }

    /** Version, operation, moment, user, values before and after, the user's name. */
    Select<?> select() {
        var users = new Joins(ground, changes.user());
        var named = named(new Chooser(users.start(), changes.evaluation()));
        var change = DSL.table(DSL.name(ground.names().schema(), "change")).as(CHANGE);
        return DSL.select(
                        VERSION,
                        DSL.field(DSL.name(CHANGE, "op")),
                        AT,
                        BY,
                        DSL.field(DSL.name(CHANGE, "values_before")),
                        DSL.field(DSL.name(CHANGE, "values_after")),
                        named)
                .from(
                        change.leftJoin(users.tables())
                                .on(
                                        DSL.condition("{0} = {1}", users.root().id(), BY),
                                        users.root().deletedAt().isNull()))
                .where(conditions())
                .orderBy(order())
                .limit(DSL.inline(changes.limit()));
    }

    private Field<?> named(Chooser user) {
        return changes.naming()
                .<Field<?>>map(user::render)
                .orElseGet(() -> DSL.field("cast(null as text)", SQLDataType.CLOB));
    }

    private List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        conditions.add(
                DSL.condition(
                        "{0} = {1}",
                        DSL.field(DSL.name(CHANGE, "record")), DSL.val(changes.record())));
        conditions.add(
                DSL.condition(
                        "{0} = {1}",
                        DSL.field(DSL.name(CHANGE, "entity_key")),
                        DSL.val(changes.entity().key())));
        changes.after().ifPresent(mark -> conditions.add(before(mark)));
        return conditions;
    }

    private Condition before(Mark mark) {
        var version = DSL.val(mark.version());
        return changes.order() == Order.VERSION
                ? DSL.condition("{0} < {1}", VERSION, version)
                : DSL.condition(
                        "({0}, {1}) < ({2}, {3})",
                        AT, VERSION, DSL.val(mark.at().atOffset(ZoneOffset.UTC)), version);
    }

    private List<SortField<?>> order() {
        return changes.order() == Order.VERSION
                ? List.of(VERSION.desc())
                : List.of(AT.desc(), VERSION.desc());
    }
}
