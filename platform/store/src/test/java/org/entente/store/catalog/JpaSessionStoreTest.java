package org.entente.store.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.engine.access.Session;
import org.entente.store.fixture.Cell;
import org.junit.jupiter.api.Test;

class JpaSessionStoreTest {

    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");
    private static final Session SESSION =
            new Session("subject", "Zoé", "token", true, START, START);

    private final JpaSessionStore store = new JpaSessionStore(Cell.shared().unit());

    @Test
    void findsASessionUntilItIsOldOrUnusedOrEnded() {
        store.begin("d1", SESSION);
        var before = START.minusSeconds(1);

        assertEquals(Optional.of(SESSION), store.find("d1", before, before));
        assertEquals(Optional.empty(), store.find("d1", START, before));
        assertEquals(Optional.empty(), store.find("d1", before, START));
        assertEquals(Optional.empty(), store.find("d2", before, before));

        store.end("d1");
        assertEquals(Optional.empty(), store.find("d1", before, before));
    }

    @Test
    void isUsedAgainByATouchButNeverBackInTime() {
        store.begin("d3", SESSION);
        var later = START.plus(Duration.ofMinutes(5));
        store.touch("d3", later);
        store.touch("d3", START);

        assertEquals(
                Optional.of(later),
                store.find("d3", START, START.minusSeconds(1)).map(Session::usedAt));
        store.end("d3");
    }
}
