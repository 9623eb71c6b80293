package org.entente.server.rest;

/** Parts of the routes' paths. */
final class Paths {

    /** The gate has read the tenant and taken it out of the path: no route sees it. */
    static final String TENANT = "api/v1/";

    /** Letter by letter: a class of ranges is matched by calls, one of letters by a look. */
    private static final String DIGIT = "[0123456789abcdefABCDEF]";

    /** Whatever is no UUID does not exist. */
    static final String ID =
            "{id: " + DIGIT + "{8}-" + DIGIT + "{4}-" + DIGIT + "{4}-" + DIGIT + "{4}-" + DIGIT
                    + "{12}}";

    private Paths() {}
}
