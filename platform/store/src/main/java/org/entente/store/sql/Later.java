package org.entente.store.sql;

/**
 * Stands in an expression for a value that is given when the statement is sent, so that one text
 * serves many values.
 *
 * @param place among the values that are given
 */
public record Later(int place) {}
