package org.entente.store.records;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.file.FileUses;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.GeneratedName;
import org.entente.store.Limits;
import org.entente.store.TenantNames;

/**
 * Looks for contents in every column that ever held files and is not purged yet, whatever the model
 * says of it, and in what was told lately. No index serves this, as it is asked once a day.
 */
public final class PostgresFileUses implements FileUses {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Databases databases;

    public PostgresFileUses(Databases databases) {
        this.databases = databases;
    }

    /** A column of files, and the keys of what it belongs to. */
    private record Column(String table, String name, String entityKey, String fieldKey) {}

    @Override
    public Set<UUID> used(Tenant tenant, Collection<UUID> contents, Instant since) {
        var names = TenantNames.of(tenant);
        try (var connection = databases.read().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(names.entrance(new Limits(PATIENCE, PATIENCE)));
                return used(connection, names, contents, since);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static Set<UUID> used(
            Connection connection, TenantNames names, Collection<UUID> contents, Instant since)
            throws SQLException {
        var used = new HashSet<UUID>();
        var asked = new Asked(connection.createArrayOf("uuid", contents.toArray()), since);
        for (var column : columns(connection, names)) {
            used.addAll(held(connection, names, column, asked));
            used.addAll(told(connection, names, column, asked));
        }
        return used;
    }

    private record Asked(Array contents, Instant since) {}

    private static List<Column> columns(Connection connection, TenantNames names)
            throws SQLException {
        var text =
                """
                select t.name, c.name, c.entity_key, c.field_key
                from {schema}.physical c
                join {schema}.physical t on t.entity_key = c.entity_key and t.kind = 'table'
                where c.kind = 'column:file'
                """
                        .replace("{schema}", names.schema());
        var columns = new ArrayList<Column>();
        try (var statement = connection.prepareStatement(text);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                columns.add(
                        new Column(
                                GeneratedName.checked(rows.getString(1)),
                                GeneratedName.checked(rows.getString(2)),
                                rows.getString(3),
                                rows.getString(4)));
            }
        }
        return columns;
    }

    private static List<UUID> held(
            Connection connection, TenantNames names, Column column, Asked asked)
            throws SQLException {
        var text =
                "select distinct %1$s from %2$s.%3$s where %1$s = any(?)"
                        .formatted(column.name(), names.schema(), column.table());
        try (var statement = connection.prepareStatement(text)) {
            statement.setArray(1, asked.contents());
            return ids(statement);
        }
    }

    private static List<UUID> told(
            Connection connection, TenantNames names, Column column, Asked asked)
            throws SQLException {
        var text =
                """
                select distinct cast(v.told ->> 'id' as uuid)
                from {schema}.change c
                cross join lateral (values (c.values_before -> ?), (c.values_after -> ?)) v (told)
                where c.at > ? and c.entity_key = ? and cast(v.told ->> 'id' as uuid) = any(?)
                """
                        .replace("{schema}", names.schema());
        try (var statement = connection.prepareStatement(text)) {
            statement.setString(1, column.fieldKey());
            statement.setString(2, column.fieldKey());
            statement.setTimestamp(3, Timestamp.from(asked.since()));
            statement.setString(4, column.entityKey());
            statement.setArray(5, asked.contents());
            return ids(statement);
        }
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
