package org.entente.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;

/** The connection that JPA writes with in the running transaction. */
final class JpaConnection {

    private JpaConnection() {}

    /**
     * A provider answers {@code unwrap} with exceptions of its own when no connection is to be had.
     */
    static Connection of(EntityManager jpa) {
        try {
            return jpa.unwrap(Connection.class);
        } catch (RuntimeException e) {
            throw Failures.translate(e);
        }
    }
}
