package org.entente.launcher.demo;

/** Where a letter goes; the second line may be empty. */
public record Address(String street, String line2, Town town) {
    /** On one line, as a contract names the place. */
    public String shortly() {
        return street + ", " + town.city();
    }
}
