package org.entente.server.outside;

import java.security.PrivateKey;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Changes the realm for a test, and takes every change back. */
final class KeycloakAdmin implements AutoCloseable {

    private static final String REALM = "/admin/realms/entente";

    private final Visitor admin;
    private final String token;
    private final Deque<String> made = new ArrayDeque<>();

    KeycloakAdmin(House house) {
        var master =
                new Tokens(
                        house.http(), java.net.URI.create(house.keycloakUrl() + "/realms/master"));
        this.token =
                master.grant(
                                Map.of(
                                        "grant_type", "client_credentials",
                                        "client_id", "entente-launcher",
                                        "client_secret",
                                                house.secret("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET")))
                        .path("access_token")
                        .asString();
        this.admin = new Visitor(house.http(), house.keycloakUrl(), () -> Optional.of(token));
    }

    /** What it signs in with, which is good in the realm of administrators alone. */
    String ownToken() {
        return token;
    }

    /** A client for grants by password, with these scopes and lifespan of its access tokens. */
    void client(String name, List<String> scopes, int seconds) {
        make(
                "/clients",
                Map.of(
                        "clientId",
                        name,
                        "publicClient",
                        true,
                        "standardFlowEnabled",
                        false,
                        "directAccessGrantsEnabled",
                        true,
                        "defaultClientScopes",
                        scopes,
                        "attributes",
                        Map.of("access.token.lifespan", String.valueOf(seconds))));
    }

    /** Lets the realm publish our own key beside its keys, without signing with it. */
    void publish(PrivateKey key) {
        var pem =
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END PRIVATE KEY-----";
        make(
                "/components",
                Map.of(
                        "name", "key of a test",
                        "providerId", "rsa",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "parentId", admin.get(REALM).expect(200).at("/id").asString(),
                        "config",
                                Map.of(
                                        "priority", List.of("-100"),
                                        "enabled", List.of("true"),
                                        "active", List.of("false"),
                                        "algorithm", List.of("RS256"),
                                        "privateKey", List.of(pem))));
    }

    /** The public keys of the realm. */
    JsonNode keys() {
        return admin.get("/realms/entente/protocol/openid-connect/certs")
                .expect(200)
                .json()
                .path("keys");
    }

    private void make(String path, Map<String, Object> definition) {
        var location =
                admin.post(REALM + path, definition).expect(201).header("Location").orElseThrow();
        made.push(REALM + path + location.substring(location.lastIndexOf('/')));
    }

    @Override
    public void close() {
        made.forEach(path -> admin.send(Call.of("DELETE", path)).expect(204));
        made.clear();
    }
}
