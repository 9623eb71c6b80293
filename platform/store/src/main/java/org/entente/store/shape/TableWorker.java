package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.store.TenantNames;
import org.entente.store.shape.Expansion.Planned;
import org.entente.store.shape.Expansion.TableWork;

/**
 * Runs what was planned. Everything that is quick is one transaction, which gives up after 200 ms
 * without its locks and tries again, so nobody queues behind it; what has to read a filled table
 * follows without holding anybody.
 */
final class TableWorker {

    private final Connection connection;
    private final TableSql sql;

    TableWorker(Connection connection, TenantNames names) {
        this.connection = connection;
        this.sql = new TableSql(names);
    }

    void run(Planned planned) throws SQLException {
        var filled = new ArrayList<TableWork>();
        for (var work : planned.tables()) {
            if (!work.fresh() && answersTrue(sql.hasRows(work.table()))) {
                filled.add(work);
            }
        }
        TableBuilder.patiently(() -> atOnce(planned, filled));
        for (var work : filled) {
            slowly(work, planned.nextNumber());
        }
    }

    private void atOnce(Planned planned, List<TableWork> filled) throws SQLException {
        connection.setAutoCommit(false);
        try {
            run("set local lock_timeout = '200ms'");
            for (var work : planned.tables()) {
                runAll(work.fresh() ? sql.create(work) : sql.addColumns(work));
            }
            for (var work : planned.tables()) {
                if (!filled.contains(work)) {
                    parts(work);
                }
            }
            remember(planned.names());
            moveHead(planned.nextNumber());
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void parts(TableWork work) throws SQLException {
        for (var part : work.parts()) {
            run(sql.add(work.table(), part));
        }
        for (var index : work.surplus()) {
            run(sql.dropIndex(index, false));
            forget(work, index);
        }
        remember(work.parts().stream().map(part -> named(work, part)).toList());
    }

    private void slowly(TableWork work, long nextNumber) throws SQLException {
        for (var part : work.parts()) {
            addSlowly(work.table(), part);
            remember(List.of(named(work, part)));
        }
        for (var index : work.surplus()) {
            run(sql.dropIndex(index, true));
            forget(work, index);
        }
        if (!work.parts().isEmpty() || !work.surplus().isEmpty()) {
            moveHead(nextNumber);
        }
    }

    private void addSlowly(TableShape table, Part part) throws SQLException {
        switch (part) {
            case Part.Index index -> {
                if (answersTrue(sql.isBroken(index.name()))) {
                    run(sql.dropIndex(index.name(), true));
                }
                run(sql.addSlowly(table, index));
            }
            case Part.Check check -> constraint(table, check);
            case Part.ForeignKey key -> constraint(table, key);
        }
    }

    private void constraint(TableShape table, Part part) throws SQLException {
        TableBuilder.patiently(() -> {
            run("set lock_timeout = '200ms'");
            try {
                run(sql.dropConstraint(table, part.name()));
                run(sql.addSlowly(table, part));
            } finally {
                run("reset lock_timeout");
            }
        });
        run(sql.validate(table, part.name()));
    }

    private static Physical named(TableWork work, Part part) {
        return Physical.part(work.entity().key(), part.name());
    }

    private void remember(List<Physical> rows) throws SQLException {
        try (var statement = connection.prepareStatement(sql.remember())) {
            for (var row : rows) {
                statement.setString(1, row.entityKey());
                statement.setString(2, row.fieldKey());
                statement.setString(3, row.kind());
                statement.setString(4, row.name());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void forget(TableWork work, String part) throws SQLException {
        try (var statement = connection.prepareStatement(sql.forget())) {
            statement.setString(1, work.entity().key());
            statement.setString(2, part);
            statement.executeUpdate();
        }
    }

    private void moveHead(long nextNumber) throws SQLException {
        try (var statement = connection.prepareStatement(sql.moveHead())) {
            statement.setLong(1, nextNumber);
            statement.executeUpdate();
        }
    }

    private boolean answersTrue(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void runAll(List<String> statements) throws SQLException {
        for (var statement : statements) {
            run(statement);
        }
    }

    private void run(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
