package org.entente.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One transaction in which mapped entities and built statements share one connection. The
 * connection is always the one that JPA itself writes with, so both cannot part.
 */
public interface UnitOfWork {

    /**
     * Runs work in a transaction of its own.
     *
     * @param keep whether what came out is committed; else everything is taken back, as it is after
     *     an exception
     */
    <T> T run(Predicate<? super T> keep, Function<Work, T> work);

    /** Runs work whose outcome is always kept. */
    default <T> T run(Function<Work, T> work) {
        return run(_ -> true, work);
    }

    /** The two hands on one transaction. What one has written the other sees after a flush. */
    record Work(EntityManager jpa, Connection connection) {}
}
