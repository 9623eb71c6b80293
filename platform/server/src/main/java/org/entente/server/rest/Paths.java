package org.entente.server.rest;

/** Parts of the routes' paths. */
final class Paths {

    /** The gate has read the tenant; a route never does. */
    static final String TENANT = "{tenant}/api/v1/";

    /** Whatever is no UUID does not exist. */
    static final String ID =
            "{id: [0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}}";

    private Paths() {}
}
