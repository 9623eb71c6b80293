package org.entente.store.records;

import java.sql.SQLException;

/** Statements to send, and how to read what they answer. */
interface Question<T> {

    void ask(Trip trip);

    T read(Trip.Answers answers) throws SQLException;
}
