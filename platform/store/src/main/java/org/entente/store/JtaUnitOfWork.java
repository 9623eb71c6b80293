package org.entente.store;

import jakarta.persistence.EntityManager;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.util.function.Function;
import java.util.function.Predicate;

/** Transactions of the container. */
public final class JtaUnitOfWork implements UnitOfWork {

    private final UserTransaction transaction;
    private final EntityManager jpa;

    /**
     * @param jpa managed by the container and bound to whatever transaction is running
     */
    public JtaUnitOfWork(UserTransaction transaction, EntityManager jpa) {
        this.transaction = transaction;
        this.jpa = jpa;
    }

    @Override
    public <T> T run(Predicate<? super T> keep, Function<Work, T> work) {
        try {
            transaction.begin();
            try {
                var answer = work.apply(new Work(jpa, jpa.unwrap(Connection.class)));
                if (keep.test(answer)) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
                return answer;
            } catch (RuntimeException e) {
                takeBack(e);
                throw Failures.ofDatabase(e);
            } catch (Error e) {
                takeBack(e);
                throw e;
            }
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw Failures.translate(e);
        }
    }

    private void takeBack(Throwable failure) {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
