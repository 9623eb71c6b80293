package org.entente.launcher.demo;

/** A record by a value that no other has. */
public record Key(String entity, String field, String value) {
    /** A user of the tenant, by e-mail. */
    public static Key user(String email) {
        return new Key("user", "email", email);
    }

    public static Key organization(String registrationNumber) {
        return new Key("organization", "registration_number", registrationNumber);
    }
}
