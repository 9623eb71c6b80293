package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.store.TenantNames;

/** Removes for good what was dropped long ago, and what was made for a model that never came. */
final class Purge {

    /** As long as what was dropped comes back when it is wanted again. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** Long enough for whoever made it to publish. */
    private static final Duration UNPUBLISHED = Duration.ofHours(1);

    private final Connection connection;
    private final TenantNames names;
    private final Statements statements;

    Purge(Connection connection, TenantNames names) {
        this.connection = connection;
        this.names = names;
        this.statements = new Statements(connection);
    }

    void run(Instant now) throws SQLException {
        for (var due : due(now)) {
            statements.patiently(() -> remove(due, now));
        }
    }

    private static final String DUE =
            "(dropped_at < ? or (not published and made_at < ?))"
                    + " and (kind = 'table' or kind like 'column:%')";

    private List<Physical> due(Instant now) throws SQLException {
        var text =
                "select entity_key, field_key, kind, name from %s.physical where "
                                .formatted(names.schema())
                        + DUE
                        + " order by kind desc";
        var due = new ArrayList<Physical>();
        try (var statement = connection.prepareStatement(text)) {
            statement.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
            statement.setTimestamp(2, Timestamp.from(now.minus(UNPUBLISHED)));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    due.add(
                            new Physical(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4)));
                }
            }
        }
        return due;
    }

    /** While nobody writes or publishes, and only if it is due still. */
    private void remove(Physical due, Instant now) throws SQLException {
        statements.run(names.alone());
        if (!forgotten(due, now)) {
            return;
        }
        var isTable = due.kind().equals(Physical.TABLE);
        if (isTable) {
            statements.run(
                    "drop table if exists %s.%s cascade".formatted(names.schema(), due.name()));
        } else {
            columns(due);
        }
        statements.run(
                "update %s.head set shape_version = shape_version + 1".formatted(names.schema()));
    }

    private boolean forgotten(Physical due, Instant now) throws SQLException {
        var isTable = due.kind().equals(Physical.TABLE);
        var text =
                "delete from %s.physical where entity_key = ? and ".formatted(names.schema())
                        + (isTable
                                ? "exists (select from %s.physical where name = ? and "
                                                .formatted(names.schema())
                                        + DUE
                                        + ")"
                                : "name = ? and " + DUE);
        try (var statement = connection.prepareStatement(text)) {
            statement.setString(1, due.entityKey());
            statement.setString(2, due.name());
            statement.setTimestamp(3, Timestamp.from(now.minus(KEPT)));
            statement.setTimestamp(4, Timestamp.from(now.minus(UNPUBLISHED)));
            return statement.executeUpdate() > 0;
        }
    }

    /** The columns of one field; what stands on them goes along. */
    private void columns(Physical due) throws SQLException {
        var text =
                """
                select format('alter table %%I.%%I drop column %%I cascade', n.nspname, c.relname, a.attname)
                from %1$s.physical p
                join pg_namespace n on n.nspname = '%1$s'
                join pg_class c on c.relnamespace = n.oid and c.relname = p.name
                join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                where p.entity_key = ? and p.kind = 'table'
                  and (a.attname = ? or a.attname like replace(?, '_', '\\_') || '\\_%%')
                """
                        .formatted(names.schema());
        var drops = new ArrayList<String>();
        try (var statement = connection.prepareStatement(text)) {
            statement.setString(1, due.entityKey());
            statement.setString(2, due.name());
            statement.setString(3, due.name());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                }
            }
        }
        for (var drop : drops) {
            statements.run(drop);
        }
    }
}
