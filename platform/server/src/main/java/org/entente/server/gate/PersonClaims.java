package org.entente.server.gate;

import tools.jackson.databind.JsonNode;

/** What the tokens of the realm say of a person. */
public final class PersonClaims {

    private static final String OPERATOR = "operator";

    private PersonClaims() {}

    /** Whether the person runs the platform. */
    public static boolean isOperator(JsonNode claims) {
        for (var role : claims.path("realm_access").path("roles")) {
            if (role.isString() && role.asString().equals(OPERATOR)) {
                return true;
            }
        }
        return false;
    }

    /** As the person is called; empty when the token does not say. */
    public static String name(JsonNode claims) {
        var full = claims.path("name").asString("");
        return full.isBlank() ? claims.path("preferred_username").asString("") : full;
    }
}
