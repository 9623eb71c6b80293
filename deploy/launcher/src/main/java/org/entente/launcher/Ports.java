package org.entente.launcher;

/** The three neighbouring ports of a house. */
record Ports(int http, int keycloak, int postgres) {
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_533;

    /** Parses the first of the three, as a person gives it. */
    static Ports parse(String text) {
        try {
            return from(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new LaunchFailure("\"" + text + "\" is not a port number.", e);
        }
    }

    static Ports from(int first) {
        if (first < LOWEST || first > HIGHEST) {
            throw new LaunchFailure(
                    "Port "
                            + first
                            + " is out of range: choose one from "
                            + LOWEST
                            + " to "
                            + HIGHEST
                            + ".");
        }
        return new Ports(first, first + 1, first + 2);
    }
}
