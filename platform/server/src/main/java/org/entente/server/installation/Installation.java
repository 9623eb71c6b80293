package org.entente.server.installation;

import java.net.URI;

/**
 * What differs between installations.
 *
 * @param publicUrl where browsers find us, without a slash at its end
 * @param keycloakUrl where browsers and we find Keycloak, without a slash at its end
 * @param realm the realm of everybody who can sign in
 * @param embedded whether the conveniences of a demonstration are on: whoever the server provisions
 *     gets a known first password
 */
public record Installation(URI publicUrl, String keycloakUrl, String realm, boolean embedded) {

    /** What an access token for our API carries as audience. */
    public static final String AUDIENCE = "entente-api";

    /** The client of browsers. */
    public static final String WEB_CLIENT = "entente-web";

    public Installation {
        if (publicUrl.getHost() == null || publicUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("not a public address: " + publicUrl);
        }
    }

    /** What stands as {@code iss} in every token of the realm. */
    public String issuer() {
        return keycloakUrl + "/realms/" + realm;
    }

    /** The origin of Keycloak's pages. */
    public String issuerOrigin() {
        var address = URI.create(keycloakUrl);
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** Whether browsers reach us over TLS. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** The name of our one cookie; over TLS browsers guarantee its origin by its prefix. */
    public String cookieName() {
        return secure() ? "__Host-entente" : "entente";
    }
}
