package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RealmTest {
    private static JsonNode realm() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(Path.of("../keycloak/entente-realm.json")));
    }

    private static ObjectNode client(String id) throws IOException {
        return realm().path("clients")
                .valueStream()
                .filter(client -> client.path("clientId").asString().equals(id))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangedPortMovesAllAddressesOfTheBrowserClient() throws IOException {
        var client = client("entente-web");

        assertTrue(Realm.withAddresses(client, "http://localhost:9500"));
        assertFalse(client.toString().contains("${ENTENTE_PUBLIC_URL}"));
        assertEquals(
                "http://localhost:9500/oidcclient/redirect/kc",
                client.path("redirectUris").path(0).asString());
        assertFalse(Realm.withAddresses(client, "http://localhost:9500"));
    }

    @Test
    void passwordGrantsAreForTheEmbeddedDefaultAlone() throws IOException {
        for (var client : realm().path("clients")) {
            var grants = client.path("directAccessGrantsEnabled").asString();
            var cli = client.path("clientId").asString().equals("entente-cli");
            assertEquals(cli ? "${ENTENTE_EMBEDDED:false}" : "false", grants);
        }
    }

    @Test
    void everyScopeThatAClientNamesIsDefined() throws IOException {
        var defined = names(realm().path("clientScopes"));
        for (var client : realm().path("clients")) {
            for (var list : List.of("defaultClientScopes", "optionalClientScopes")) {
                client.path(list)
                        .forEach(scope ->
                                assertTrue(defined.contains(scope.asString()), scope.asString()));
            }
        }
    }

    @Test
    void theFileHoldsNoSecretAndNoPerson() throws IOException {
        assertTrue(client("entente-web").path("secret").asString().startsWith("${"));
        assertTrue(client("entente-admin").path("secret").asString().startsWith("${"));
        for (var user : realm().path("users")) {
            assertTrue(user.has("serviceAccountClientId"));
        }
    }

    private static Set<String> names(JsonNode list) {
        return list.valueStream()
                .map(each -> each.path("name").asString())
                .collect(Collectors.toSet());
    }
}
