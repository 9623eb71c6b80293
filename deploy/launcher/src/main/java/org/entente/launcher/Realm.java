package org.entente.launcher;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the realm file cannot hold: the operator, and the addresses after a change of ports. */
final class Realm {
    static final String OPERATOR = "operator";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final House house;
    private final Web web;

    Realm(House house, Web web) {
        this.house = house;
        this.web = web;
    }

    /** A bearer token by user name and password, for the embedded default's command line. */
    String token(String user, String password) {
        var answer =
                web.form(
                        tokens(Keycloak.REALM),
                        Map.of(
                                "grant_type", "password",
                                "client_id", "entente-cli",
                                "scope", "openid",
                                "username", user,
                                "password", password));
        if (answer.status() == 401 || answer.status() == 400) {
            throw new LaunchFailure(
                    "Keycloak does not let \""
                            + user
                            + "\" in: "
                            + answer.body()
                                    .path("error_description")
                                    .asString("unknown user or wrong password")
                            + ". The password is the user's name unless --password says otherwise.");
        }
        return accessToken(answer);
    }

    /** Brings the realm in line with the house; safe to repeat. */
    void settle(Secrets secrets) {
        var token = administrator(secrets);
        settleAddresses(token);
        settleOperator(token);
    }

    private String administrator(Secrets secrets) {
        return accessToken(
                web.form(
                        tokens("master"),
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                Keycloak.BOOTSTRAP_CLIENT,
                                "client_secret",
                                secrets.get(Secrets.KEYCLOAK_BOOTSTRAP))));
    }

    private void settleAddresses(String token) {
        var found =
                good(
                                web.get(admin("/clients?clientId=entente-web"), token),
                                "find the client entente-web")
                        .path(0);
        if (!(found instanceof ObjectNode client)) {
            throw new LaunchFailure(
                    "The realm has no client entente-web; ./entente reset makes it anew.");
        }
        if (withAddresses(client, house.url())) {
            good(
                    web.put(admin("/clients/" + client.path("id").asString()), token, client),
                    "change entente-web");
        }
    }

    /** Sets the addresses; true when they were others. */
    static boolean withAddresses(ObjectNode client, String url) {
        if (client.path("rootUrl").asString("").equals(url)) {
            return false;
        }
        client.put("rootUrl", url);
        client.set("redirectUris", NODES.arrayNode().add(url + "/oidcclient/redirect/kc"));
        client.withObject("/attributes").put("post.logout.redirect.uris", url + "/*");
        return true;
    }

    private void settleOperator(String token) {
        var query = admin("/users?exact=true&username=" + OPERATOR);
        if (good(web.get(query, token), "look for the operator").isEmpty()) {
            good(web.post(admin("/users"), token, operator()), "create the operator");
        }
        var id = good(web.get(query, token), "look for the operator").path(0).path("id").asString();
        var role = good(web.get(admin("/roles/" + OPERATOR), token), "find the role operator");
        var roles = NODES.arrayNode().add(role);
        good(
                web.post(admin("/users/" + id + "/role-mappings/realm"), token, roles),
                "make the operator one");
    }

    private static ObjectNode operator() {
        var user = JsonMapper.shared().createObjectNode();
        user.put("username", OPERATOR)
                .put("email", "operator@entente.example")
                .put("emailVerified", true);
        user.put("firstName", "Olivia").put("lastName", "Operator").put("enabled", true);
        ArrayNode credentials = user.putArray("credentials");
        credentials
                .addObject()
                .put("type", "password")
                .put("value", OPERATOR)
                .put("temporary", false);
        return user;
    }

    private String tokens(String realm) {
        return house.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token";
    }

    private String admin(String path) {
        return house.keycloakUrl() + "/admin/realms/" + Keycloak.REALM + path;
    }

    private static String accessToken(Web.Answer answer) {
        return good(answer, "sign in").path("access_token").asString();
    }

    private static JsonNode good(Web.Answer answer, String purpose) {
        if (!answer.good()) {
            throw new LaunchFailure(
                    "Keycloak refused to "
                            + purpose
                            + ": "
                            + answer.status()
                            + " "
                            + answer.text());
        }
        return answer.body();
    }
}
