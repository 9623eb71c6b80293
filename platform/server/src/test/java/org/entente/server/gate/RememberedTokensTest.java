package org.entente.server.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.entente.server.gate.Asker.Known;
import org.entente.server.gate.BearerClaims.Bearer;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000);
    private static final Known ANN = new Known("s1", "Ann", false, false);

    private final RememberedTokens tokens = new RememberedTokens();

    @Test
    void knowsATokenThatWasNoted() {
        var bearer = new Bearer(ANN, NOW.plusSeconds(300));
        tokens.note("good", bearer, NOW);
        assertEquals(Optional.of(bearer), tokens.find("good", NOW));
        assertEquals(Optional.of(bearer), tokens.find("good", NOW.plusMillis(4_999)));
    }

    @Test
    void knowsNoOther() {
        tokens.note("good", new Bearer(ANN, NOW.plusSeconds(300)), NOW);
        assertEquals(Optional.empty(), tokens.find("goo", NOW));
        assertEquals(Optional.empty(), tokens.find("Good", NOW));
    }

    @Test
    void forgetsAfterFiveSeconds() {
        tokens.note("good", new Bearer(ANN, NOW.plusSeconds(300)), NOW);
        assertEquals(Optional.empty(), tokens.find("good", NOW.plusSeconds(5)));
    }

    @Test
    void noTokenOutlivesItsEnd() {
        tokens.note("brief", new Bearer(ANN, NOW.plusSeconds(2)), NOW);
        assertEquals(ANN, tokens.find("brief", NOW.plusMillis(1_999)).orElseThrow().known());
        assertEquals(Optional.empty(), tokens.find("brief", NOW.plusSeconds(2)));
    }
}
