package org.entente.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.entente.spi.Tenant;

/**
 * Where a tenant is in the database.
 *
 * @param schema holds everything of the tenant
 * @param role may read and write in that schema and nowhere else
 */
public record TenantNames(String schema, String role) {

    private static final int BASE = 36;

    /** Tell locks from other locks of the database; each tenant has so many of a kind. */
    private static final long WRITERS = 7303L << 48;

    private static final long POINTING = 7304L << 48;
    private static final int SHARES = 16;

    /** A transaction that points at many records has no more locks than this. */
    private static final int POINTED = 256;

    public TenantNames {
        GeneratedName.checked(schema);
        GeneratedName.checked(role);
    }

    public static TenantNames of(Tenant tenant) {
        var schema = "t_" + Long.toString(tenant.number(), BASE);
        return new TenantNames(schema, schema + "_rw");
    }

    /**
     * The statement that makes the rest of a transaction act as the tenant's role, in its schema
     * and under a time limit; all of it ends with the transaction.
     */
    public String entrance(Limits limits) {
        return entranceByName(limits) + ", set_config('search_path', '%s', true)".formatted(schema);
    }

    /**
     * The same for those who call every table by its schema. A search path that is still there when
     * a trip ends is told to the driver, and it forgets all statements that it has prepared.
     */
    public String entranceByName(Limits limits) {
        return settings(limits, true);
    }

    /** The statement that lets a transaction find tables without their schema. */
    public String path() {
        return "select set_config('search_path', '%s', true)".formatted(schema);
    }

    /**
     * The statement that makes a connection act so until it is told otherwise, for those who call
     * every table by its schema; {@link #seat} is its name from then on. When the transaction fails
     * that it stands in, all of it is as before.
     */
    public String stay(Limits limits) {
        return settings(limits, false)
                + ", set_config('application_name', '%s', false)".formatted(seat(limits));
    }

    /** What a connection is called that stays in this tenant under these limits. */
    public String seat(Limits limits) {
        return "entente %s %d %d"
                .formatted(schema, limits.statement().toMillis(), limits.transaction().toMillis());
    }

    /**
     * Whether a connection stays in this tenant under these limits: the driver keeps what it is
     * called as the server reports it, whoever set it and whatever was taken back.
     */
    public boolean seats(Connection connection, Limits limits) throws SQLException {
        return seat(limits).equals(connection.getClientInfo("ApplicationName"));
    }

    private String settings(Limits given, boolean local) {
        var limits = given.inOrder();
        return "select set_config('role', '%s', %b),".formatted(role, local)
                + " set_config('statement_timeout', '%d', %b),"
                        .formatted(limits.statement().toMillis(), local)
                + " set_config('transaction_timeout', '%d', %b)"
                        .formatted(limits.transaction().toMillis(), local);
    }

    /**
     * The statement by which a transaction that writes says so until its end. Many write side by
     * side; while one stands {@link #alone} nobody begins.
     */
    public String amongWriters() {
        return "select pg_advisory_xact_lock_shared(%d)".formatted(writers());
    }

    /** The statement that waits until nobody writes, and keeps it so until the transaction ends. */
    public String alone() {
        return "select pg_advisory_xact_lock(%d)".formatted(writers());
    }

    /** The lock that a transaction shares with others {@link #amongWriters}. */
    public long writers() {
        return WRITERS | (long) number() << SHARES;
    }

    /**
     * The lock on which whoever points at a record and whoever deletes it agree. It leaves no trace
     * on the record: a lock of its row would be written by each of the many who point at the same
     * few people at once. Records share locks, so that a transaction has few of them.
     */
    public long pointing(UUID record) {
        return POINTING | (long) number() << SHARES | Math.floorMod(record.hashCode(), POINTED);
    }

    private int number() {
        return Integer.parseInt(schema.substring(schema.indexOf('_') + 1), BASE);
    }

    /**
     * The statement that wakes, at the end of the transaction, those who wait for something of this
     * kind in the tenant.
     */
    public String signal(String kind) {
        return "insert into entente.signal (tenant, kind) values (%d, '%s')"
                .formatted(number(), kind);
    }

    /** The statement that answers the versions of the model and of the shape of its tables. */
    public String head() {
        return "select model_version, shape_version from %s.head".formatted(schema);
    }
}
