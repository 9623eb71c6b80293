package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.metadata.model.Entity;
import org.entente.store.Failures;
import org.entente.store.TenantNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes and drops one part of a filled table. */
final class PartBuilder {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_OFFENDERS = 20;

    private final Connection connection;
    private final Statements statements;
    private final TenantNames names;
    private final TableSql sql;
    private final Entity entity;
    private final TableShape table;

    PartBuilder(Connection connection, TenantNames names, Entity entity, TableShape table) {
        this.connection = connection;
        this.statements = new Statements(connection);
        this.names = names;
        this.sql = new TableSql(names);
        this.entity = entity;
        this.table = table;
    }

    void make(Part part) throws SQLException {
        switch (part) {
            case Part.Index index -> index(index);
            case Part.Sequence sequence -> {
                statements.run(sql.addSlowly(table, sequence));
                remember(sequence, null);
            }
            case Part.Check check -> constraint(check);
            case Part.ForeignKey key -> constraint(key);
        }
    }

    void drop(String index) throws SQLException {
        statements.run(sql.dropIndex(index, true));
        try (var statement = connection.prepareStatement(sql.forget())) {
            statement.setString(1, entity.key());
            statement.setString(2, index);
            statement.executeUpdate();
        }
    }

    private void index(Part.Index index) throws SQLException {
        if (statements.answersTrue(sql.isBroken(index.name()))) {
            statements.run(sql.dropIndex(index.name(), true));
        }
        try {
            statements.run(sql.addSlowly(table, index));
            statistics(index);
            remember(index, null);
        } catch (SQLException e) {
            if (Failures.brokenUnique(e).isEmpty()) {
                throw e;
            }
            statements.run(sql.dropIndex(index.name(), true));
            remember(index, JSON.writeValueAsString(trouble(index)));
        }
    }

    private void statistics(Part.Index index) throws SQLException {
        var statistics = sql.statistics(table, index);
        if (statistics.isPresent()) {
            statements.patiently(() -> statements.run(statistics.get()));
            statements.run(sql.analyze(table, index));
        }
    }

    private void constraint(Part part) throws SQLException {
        statements.patiently(() -> {
            statements.run(sql.dropConstraint(table, part.name()));
            statements.run(sql.addSlowly(table, part));
        });
        statements.run(sql.validate(table, part.name()));
        remember(part, null);
    }

    private void remember(Part part, @Nullable String trouble) throws SQLException {
        var text =
                """
                insert into %s.physical (entity_key, field_key, kind, name, trouble)
                values (?, ?, 'part', ?, ?)
                on conflict (entity_key, field_key, kind) do update set trouble = excluded.trouble
                """
                        .formatted(names.schema());
        try (var statement = connection.prepareStatement(text)) {
            statement.setString(1, entity.key());
            statement.setString(2, part.name());
            statement.setString(3, part.name());
            statement.setString(4, trouble);
            statement.executeUpdate();
        }
    }

    /** How many groups have the same values, and the records of some of them. */
    private Map<String, Object> trouble(Part.Index index) throws SQLException {
        var text =
                """
                select count(*) over (), array_to_string((array_agg(id order by id))[1:5], ' ')
                from %s.%s where deleted_at is null
                group by %s having count(*) > 1 and num_nulls(%s) = 0 limit %d
                """
                        .formatted(
                                names.schema(),
                                table.name(),
                                index.columns(),
                                index.columns(),
                                MOST_OFFENDERS);
        var groups = new ArrayList<List<String>>();
        var count = 0L;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            while (rows.next()) {
                count = rows.getLong(1);
                groups.add(List.of(rows.getString(2).split(" ", -1)));
            }
        }
        return Map.of("reason", "not_unique", "count", count, "records", groups);
    }
}
