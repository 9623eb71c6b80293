package org.entente.store.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.store.Databases;
import org.entente.store.Failures;

/** What tenants' transactions have left in {@code signal} about jobs. */
final class Signals {

    private final Databases databases;

    Signals(Databases databases) {
        this.databases = databases;
    }

    /**
     * A tenant in which a job waits to be worked at.
     *
     * @param last the latest signal that was read
     */
    record Signal(String tenant, long number, long last) {}

    List<Signal> read() {
        var sql =
                """
                select t.name, t.number, max(s.seq)
                from entente.signal s join entente.tenant t on t.number = s.tenant
                where s.kind = 'job' group by t.name, t.number order by max(s.seq)
                """;
        try (var connection = databases.read().getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            var signals = new ArrayList<Signal>();
            while (rows.next()) {
                signals.add(new Signal(rows.getString(1), rows.getLong(2), rows.getLong(3)));
            }
            return signals;
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    /** Forgets what was answered; what came since stays. */
    void answered(Signal signal) {
        try (var connection = databases.read().getConnection()) {
            delete(connection, signal);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static void delete(Connection connection, Signal signal) throws SQLException {
        var sql = "delete from entente.signal where kind = 'job' and tenant = ? and seq <= ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, signal.number());
            statement.setLong(2, signal.last());
            statement.executeUpdate();
        }
    }
}
