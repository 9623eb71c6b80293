package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.store.TenantNames;
import org.entente.store.shape.Expansion.Planned;
import org.entente.store.shape.Expansion.TableWork;

/**
 * Runs what was planned and is quick: one transaction, which gives up after 200 ms without its
 * locks and tries again, so nobody queues behind it. What has to read a filled table is left to
 * {@link Contractor}.
 */
final class TableWorker {

    private final Connection connection;
    private final TableSql sql;
    private final boolean published;

    /**
     * @param published whether the model is; what is made for another may never be of use
     */
    TableWorker(Connection connection, TenantNames names, boolean published) {
        this.connection = connection;
        this.sql = new TableSql(names);
        this.published = published;
    }

    void run(Planned planned) throws SQLException {
        var filled = new ArrayList<TableWork>();
        for (var work : planned.tables()) {
            if (!work.fresh() && answersTrue(sql.hasRows(work.table()))) {
                filled.add(work);
            }
        }
        if (!planned.names().isEmpty()
                || planned.tables().stream().anyMatch(w -> quick(w, filled))) {
            TableBuilder.patiently(() -> atOnce(planned, filled));
        }
    }

    private static boolean quick(TableWork work, List<TableWork> filled) {
        return !work.surplus().isEmpty() || (!filled.contains(work) && !work.isEmpty());
    }

    private void atOnce(Planned planned, List<TableWork> filled) throws SQLException {
        connection.setAutoCommit(false);
        try {
            run("set local lock_timeout = '200ms'");
            for (var work : planned.tables()) {
                runAll(work.fresh() ? sql.create(work) : sql.addColumns(work));
            }
            for (var work : planned.tables()) {
                parts(filled.contains(work) ? withQuickParts(work) : work);
            }
            remember(planned.names());
            moveHead(planned.nextNumber());
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** A sequence reads no row, and the first record needs it. */
    private static TableWork withQuickParts(TableWork work) {
        return new TableWork(
                work.entity(),
                work.table(),
                work.fresh(),
                work.columns(),
                work.parts().stream().filter(Part.Sequence.class::isInstance).toList(),
                work.surplus());
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
                statement.setBoolean(5, published || row.kind().equals(Physical.PART));
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
