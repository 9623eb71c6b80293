package org.entente.identity;

import java.net.URI;

/**
 * Where a realm is and as whom it is administered.
 *
 * @param url without a slash at its end
 * @param clientId a confidential client with a service account that may manage users and
 *     organizations
 */
public record KeycloakAddress(String url, String realm, String clientId, String clientSecret) {
    public KeycloakAddress {
        if (url.endsWith("/") || !URI.create(url).isAbsolute()) {
            throw new IllegalArgumentException("not the address of a Keycloak: " + url);
        }
    }

    /** What stands as {@code iss} in every token of the realm. */
    public String issuer() {
        return url + "/realms/" + realm;
    }

    URI tokens() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    URI discovery() {
        return URI.create(issuer() + "/.well-known/openid-configuration");
    }

    /** A resource of the realm's administration; the path begins with a slash. */
    URI admin(String path) {
        return URI.create(url + "/admin/realms/" + realm + path);
    }

    @Override
    public String toString() {
        return issuer();
    }
}
