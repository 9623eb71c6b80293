package org.entente.spi;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One organisation that uses Entente.
 *
 * @param id stable for ever; the identity provider's organization carries it
 * @param number positive, never reused
 * @param name what stands in addresses: {@code ^[a-z][a-z0-9-]{1,30}$}
 */
public record Tenant(UUID id, long number, String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    public Tenant {
        if (number < 1) {
            throw new IllegalArgumentException("a tenant's number is positive");
        }
        if (!isName(name)) {
            throw new IllegalArgumentException("not a tenant's name");
        }
    }

    /** Whether a text can be a tenant's name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
