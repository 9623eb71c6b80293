package org.entente.store.records;

import java.util.ArrayList;
import java.util.List;
import org.entente.store.sql.Awaited;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the driver takes it.
 *
 * @param bound the values to bind, in order; {@link Awaited} for those that are given when it is
 *     sent
 */
record Statement(String text, List<@Nullable Object> bound) {

    private static final DSLContext DIALECT =
            DSL.using(
                    SQLDialect.POSTGRES,
                    new Settings().withExecuteLogging(false).withRenderFormatted(false));

    static Statement of(QueryPart query) {
        return new Statement(DIALECT.render(query), DIALECT.extractBindValues(query));
    }

    /** Takes locks, shared, until the transaction ends; in this order. One text for any number. */
    static Statement shared(Long... keys) {
        return new Statement(
                "select pg_advisory_xact_lock_shared(k) from unnest(cast(? as bigint[])) as k",
                List.of((Object) keys));
    }

    /** The values to bind when these are given. */
    List<@Nullable Object> bound(List<@Nullable Object> given) {
        var all = new ArrayList<@Nullable Object>(bound.size());
        for (var value : bound) {
            all.add(value instanceof Awaited awaited ? awaited.among(given) : value);
        }
        return all;
    }
}
