package org.entente.server.openapi;

import java.util.Locale;

/** What somebody needs to use a route. The use case behind it enforces it. */
public enum Right {
    /** To be signed in. */
    SIGNED_IN,
    /** To be an active member of the tenant. */
    MEMBER,
    /** A grant to read the entity. */
    READ,
    /** A grant to create records of the entity. */
    CREATE,
    /** A grant to update records of the entity. */
    UPDATE,
    /** A grant to delete records of the entity. */
    DELETE,
    /** The grants that each operation of the body needs. */
    WRITE,
    /** A grant to change the tenant's model. */
    MODEL,
    /** A grant to keep the tenant's users. */
    USERS,
    /** To run the platform. */
    OPERATOR;

    /** The word in the document. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
