package org.entente.store.records;

import java.sql.SQLException;

/** Statements to send, and how to read what they answer. */
interface Question<T> {

    void ask(Trip trip);

    /** Whether it is about many records. */
    boolean isList();

    T read(Trip.Answers answers) throws SQLException;
}
