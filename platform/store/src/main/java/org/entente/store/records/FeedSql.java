package org.entente.store.records;

import org.entente.engine.query.FeedReads.FeedQuery;
import org.entente.metadata.model.Entity;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statements that read the feed. */
final class FeedSql {

    /** Where the part that was looked through ends, and how many changes it has. */
    static final int END = 0;

    /** A change of the part. */
    static final int PART = 1;

    /** A change that may have to be told with one of the part, or before it. */
    static final int BESIDE = 2;

    /** How far a reader looks at once that passes over some entities. */
    private static final int LOOK = 1_000;

    /**
     * How far apart versions can stand that were written in the wrong order: between them lie only
     * those of transactions that ran beside each other, one of which may have written a batch.
     */
    private static final int NEAR = 1_500;

    /** Else a change would be passed over that was written before another and kept after it. */
    private static final String HORIZON = "and c.xid < pg_snapshot_xmin(pg_current_snapshot())";

    private static final String TEXT =
            """
            with part as materialized (
                select c.* from {change} c
                where (c.xid, c.seq) > (cast(? as xid8), ?) {horizon}
                order by c.xid, c.seq limit ?
            ), edge as (
                select xid, seq, (select count(*) from part) as n
                from part order by xid desc, seq desc limit 1
            ), told as (
                select * from part where entity_key = any(?)
            ), touched as (
                select record, entity_key, min(version) as low, max(version) as high
                from told group by record, entity_key
            ), beside as (
                select c.* from touched t cross join edge e
                join {change} c on c.record = t.record and c.entity_key = t.entity_key
                    and c.version between t.low - {near} and t.high + {near}
                where (c.xid, c.seq) > (e.xid, e.seq) and c.version < t.high
                    or (c.xid, c.seq) <= (cast(? as xid8), ?) and c.version > t.low
            )
            select 0, cast(cast(xid as text) as bigint), seq, null, null, n, null, null, null,
                null, null from edge
            union all
            select 1, cast(cast(xid as text) as bigint), seq, entity_key, record, version, op,
                at, by_user, cast(values_before as text), cast(values_after as text) from told
            union all
            select 2, cast(cast(xid as text) as bigint), seq, entity_key, record, version, op,
                at, by_user, cast(values_before as text), cast(values_after as text) from beside
            order by 1, 2, 3
            """;

    private final Ground ground;
    private final FeedQuery query;

    FeedSql(Ground ground, FeedQuery query) {
        this.ground = ground;
        this.query = query;
    }

    /** The epoch, and the oldest transaction that may still write. */
    String horizon() {
        return ("select epoch, cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)"
                        + " from %s.head")
                .formatted(ground.names().schema());
    }

    /** How many changes are looked through at once. */
    int window() {
        return query.entities().size() == ground.model().entities().size()
                ? query.limit()
                : Math.max(query.limit(), LOOK);
    }

    /** Kind, transaction, number, entity, record, version, operation, moment, user, values. */
    QueryPart changes() {
        var text =
                TEXT.replace("{change}", ground.names().schema() + ".change")
                        .replace("{horizon}", HORIZON)
                        .replace("{near}", String.valueOf(NEAR));
        var after = query.after();
        var transaction = DSL.val(String.valueOf(after.transaction()), SQLDataType.VARCHAR);
        var number = DSL.val(after.number(), SQLDataType.BIGINT);
        return DSL.sql(
                text, transaction, number, DSL.inline(window()), keys(), transaction, number);
    }

    private org.jooq.Field<String[]> keys() {
        var keys = query.entities().stream().map(Entity::key).sorted().toArray(String[]::new);
        return DSL.val(keys, SQLDataType.CLOB.getArrayDataType());
    }
}
