package org.entente.store.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.entente.engine.feed.Signals.Signal;
import org.entente.spi.Outcome;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.junit.jupiter.api.Test;

class PostgresSignalsTest {

    private final Desk desk = Desk.of("entity: card\nfields: {code: {type: text}}\n");
    private final PostgresSignals signals = new PostgresSignals(Cell.shared().databases());

    private List<Signal> mine() {
        return signals.hear().stream()
                .filter(signal -> signal.tenant() == desk.tenant().number())
                .toList();
    }

    @Test
    void hearsOfEachTransactionOnce() {
        assertEquals(List.of(), mine());
        desk.create("card", Map.of("code", "A"));
        assertEquals(List.of(new Signal(desk.tenant().number(), "feed")), mine());
        assertEquals(List.of(), mine());
    }

    @Test
    void hearsLateOfWhatIsCommittedLate() {
        mine();
        desk.write(
                "card",
                t -> {
                    t.write(desk.creation("card", Map.of("code", "A")));
                    assertEquals(List.of(), mine());
                    assertTrue(signals.lag().isPositive());
                    return Outcome.done(true);
                });
        assertEquals(1, mine().size());
    }

    @Test
    void dropsOldSignalsButTheLastOfEachTenant() throws Exception {
        desk.create("card", Map.of("code", "A"));
        desk.create("card", Map.of("code", "B"));
        try (var connection = Cell.shared().databases().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update entente.signal set at = at - interval '1 minute' where tenant = "
                            + desk.tenant().number());
        }
        signals.condense();
        assertEquals(
                1,
                Cell.shared()
                        .look()
                        .texts(
                                "select kind from entente.signal where tenant = "
                                        + desk.tenant().number())
                        .size());
    }
}
