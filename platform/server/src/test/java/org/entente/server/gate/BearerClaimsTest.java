package org.entente.server.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.entente.server.gate.Asker.Known;
import org.entente.server.gate.BearerClaims.Bearer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerClaimsTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000);
    private static final String GOOD =
            """
            {"typ": "Bearer", "iss": "http://kc/realms/entente", "aud": ["account", "entente-api"],
             "exp": 1001, "sub": "s1", "name": "Ann", "realm_access": {"roles": ["member"]}}
            """;

    private final BearerClaims claims = new BearerClaims("http://kc/realms/entente");

    @Test
    void aGoodTokenTellsWhoAsks() {
        assertEquals(Optional.of(new Known("s1", "Ann", false, false)), known(GOOD));
    }

    @Test
    void theRealmsRoleMakesAnOperator() {
        assertEquals(
                Optional.of(new Known("s1", "Ann", true, false)),
                known(GOOD.replace("\"member\"", "\"member\", \"operator\"")));
    }

    @Test
    void oneAudienceMayStandAlone() {
        assertTrue(
                known(GOOD.replace("[\"account\", \"entente-api\"]", "\"entente-api\""))
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"typ\": \"Bearer\"|\"typ\": \"ID\"",
                "\"typ\": \"Bearer\"|\"typ\": \"Refresh\"",
                "\"typ\": \"Bearer\",|",
                "http://kc/realms/entente|http://kc/realms/other",
                "entente-api|entente-apix",
                "[\"account\", \"entente-api\"]|[]",
                "[\"account\", \"entente-api\"]|{\"entente-api\": 1}",
                "1001|1000",
                "1001|\"9999\"",
                "\"exp\": 1001,|",
                "\"sub\": \"s1\",|",
                "\"sub\": \"s1\"|\"sub\": \" \"",
                "\"sub\": \"s1\"|\"sub\": 7",
            })
    void aTokenThatIsNotForUsIsNotGood(String change) {
        var parts = change.split("\\|", -1);
        assertEquals(Optional.empty(), known(GOOD.replace(parts[0], parts[1])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c", "a.e30.c.d", "a..c", "a.W10.c", "a.bnVsbA.c"})
    void whatIsNoTokenIsNotGood(String token) {
        assertEquals(Optional.empty(), claims.bearer(token, NOW));
    }

    private Optional<Known> known(String payload) {
        var bytes = payload.getBytes(StandardCharsets.UTF_8);
        var part = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return claims.bearer("e30." + part + ".c2ln", NOW).map(Bearer::known);
    }
}
