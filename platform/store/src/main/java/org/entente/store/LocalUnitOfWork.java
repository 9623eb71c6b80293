package org.entente.store;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.util.function.Function;
import java.util.function.Predicate;

/** Transactions of the database's own, where no container offers any. */
public final class LocalUnitOfWork implements UnitOfWork {

    private final EntityManagerFactory units;

    public LocalUnitOfWork(EntityManagerFactory units) {
        this.units = units;
    }

    @Override
    public <T> T run(Predicate<? super T> keep, Function<Work, T> work) {
        try (var jpa = units.createEntityManager()) {
            var transaction = jpa.getTransaction();
            transaction.begin();
            try {
                var answer = work.apply(new Work(jpa, jpa.unwrap(Connection.class)));
                if (keep.test(answer)) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
                return answer;
            } catch (RuntimeException | Error e) {
                takeBack(transaction, e);
                throw e;
            }
        } catch (RuntimeException e) {
            throw Failures.ofDatabase(e);
        }
    }

    private static void takeBack(EntityTransaction transaction, Throwable failure) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
