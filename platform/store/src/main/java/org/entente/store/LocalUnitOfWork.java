package org.entente.store;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
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
                var answer = work.apply(new Work(jpa, JpaConnection.of(jpa)));
                if (keep.test(answer)) {
                    transaction.commit();
                }
                return answer;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        } catch (PersistenceException e) {
            throw Failures.translate(e);
        }
    }
}
