package org.entente.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Transactions of which the container knows nothing: built statements alone take part in them, so
 * there is one resource and nothing to coordinate.
 */
public final class OwnTransactions {

    private final DataSource source;

    /**
     * @param source connections that take part in no transaction of the container
     */
    public OwnTransactions(DataSource source) {
        this.source = source;
    }

    /**
     * Runs work in a transaction of its own, which it may have ended itself.
     *
     * @param keep whether what came out is committed; else everything is taken back, as it is after
     *     an exception
     */
    public <T> T run(Predicate<? super T> keep, Function<Connection, T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var answer = work.apply(connection);
                if (keep.test(answer)) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
                return answer;
            } catch (SQLException | RuntimeException | Error e) {
                takeBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static void takeBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
