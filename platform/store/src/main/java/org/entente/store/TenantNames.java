package org.entente.store;

import org.entente.spi.Tenant;

/**
 * Where a tenant is in the database.
 *
 * @param schema holds everything of the tenant
 * @param role may read and write in that schema and nowhere else
 */
public record TenantNames(String schema, String role) {

    private static final int BASE = 36;

    /** Tells the lock of writers from other locks of the database. */
    private static final int WRITERS = 7303;

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
        return settings(limits.forReading(), false)
                + ", set_config('application_name', '%s', false)".formatted(seat(limits));
    }

    /** What a connection is called that stays in this tenant under these limits. */
    public String seat(Limits limits) {
        return "entente %s %d %d"
                .formatted(schema, limits.statement().toMillis(), limits.transaction().toMillis());
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
        return "select pg_advisory_xact_lock_shared(%d, %d)".formatted(WRITERS, number());
    }

    /** The statement that waits until nobody writes, and keeps it so until the transaction ends. */
    public String alone() {
        return "select pg_advisory_xact_lock(%d, %d)".formatted(WRITERS, number());
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
