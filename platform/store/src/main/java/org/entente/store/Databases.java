package org.entente.store;

import javax.sql.DataSource;

/**
 * The ways into the one database.
 *
 * @param app connections of {@code entente_app} that take part in the container's transactions
 * @param read connections of {@code entente_app} that take part in none
 * @param records connections like those, kept for reading tenants' records alone: each stays in the
 *     role of the tenant that was read last
 * @param writes connections like those, kept for writing tenants' records alone, in transactions
 *     that the container knows nothing of
 * @param owner connections of {@code entente_owner}, for definitions of tables only; take part in
 *     no transaction of the container
 */
public record Databases(
        DataSource app, DataSource read, DataSource records, DataSource writes, DataSource owner) {}
