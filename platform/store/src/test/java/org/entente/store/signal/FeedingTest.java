package org.entente.store.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.fake.NewestPacks;
import org.entente.engine.feed.Consumers.Holder;
import org.entente.engine.feed.Feeding;
import org.entente.engine.feed.Listener;
import org.entente.engine.model.Models;
import org.entente.engine.query.FeedChange;
import org.entente.engine.query.FeedPosition;
import org.entente.metadata.model.Model;
import org.entente.spi.Caller;
import org.entente.spi.Tenant;
import org.entente.store.Limits;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.RealHouse;
import org.junit.jupiter.api.Test;

class FeedingTest {

    /** Of its own: the numbers of the shared one's tenants are not the catalog's. */
    private static final Cell CELL = Cell.fresh();

    private final Cell cell = CELL;
    private final RealHouse house = new RealHouse(cell);
    private final PostgresConsumers consumers =
            new PostgresConsumers(cell.databases(), cell.shapes().fixed(), Limits.usual());
    private final Caller admin =
            house.administrator(Desk.done(house.begin("feeding-" + Cell.number())).tenant());
    private final Tenant tenant = admin.tenant();

    FeedingTest() {
        house.define(
                admin,
                """
                entity: card
                label: {fr: Carte, en: Card}
                fields: {code: {type: text}}
                """);
    }

    /** Notes what it hears, and fails as often as it is told to. */
    private static final class Notebook implements Listener {
        final List<String> heard = new ArrayList<>();
        int failures;

        @Override
        public String name() {
            return "notebook";
        }

        @Override
        public void hear(Tenant tenant, Model model, List<FeedChange> changes) {
            if (failures-- > 0) {
                throw new IllegalStateException("as asked");
            }
            changes.forEach(change ->
                    Optional.ofNullable(change.told().after().get("code"))
                            .ifPresent(code -> heard.add(code.toString())));
        }
    }

    private Feeding feeding(Notebook notebook) {
        return new Feeding(
                new Models(cell.models(), new NewestPacks(List.of())),
                cell.reads(),
                consumers,
                List.of(notebook));
    }

    private void write(String code) {
        Desk.done(house.create(admin, "card", Map.of("code", code)));
    }

    @Test
    void goesOnWhereAnEarlierNodeWas() {
        var first = new Notebook();
        write("A");
        assertFalse(feeding(first).turn(tenant));
        assertEquals(List.of("A"), first.heard);
        write("B");
        var second = new Notebook();
        assertFalse(feeding(second).turn(tenant));
        assertEquals(List.of("B"), second.heard);
    }

    @Test
    void waitsForTheNodeThatHasIt() {
        write("A");
        var dead = new Holder("notebook", UUID.randomUUID());
        assertTrue(consumers.claim(tenant, dead, Duration.ofSeconds(60)).isPresent());
        var notebook = new Notebook();
        assertTrue(feeding(notebook).turn(tenant));
        assertEquals(List.of(), notebook.heard);

        assertTrue(consumers.claim(tenant, dead, Duration.ZERO).isPresent());
        assertFalse(feeding(notebook).turn(tenant));
        assertEquals(List.of("A"), notebook.heard);
        assertFalse(consumers.move(tenant, dead, FeedPosition.START));
    }

    @Test
    void restsAfterAFailureAndTellsAgain() throws Exception {
        write("A");
        var notebook = new Notebook();
        notebook.failures = 1;
        var feeding = feeding(notebook);
        assertTrue(feeding.turn(tenant));
        assertTrue(feeding.turn(tenant));
        assertEquals(List.of(), notebook.heard);
        rested();
        while (feeding.turn(tenant)) {
            rested();
        }
        assertEquals(List.of("A"), notebook.heard);
    }

    @Test
    void buriesWhatNeverSucceedsAndGoesOn() throws Exception {
        write("A");
        var notebook = new Notebook();
        notebook.failures = 9;
        var feeding = feeding(notebook);
        while (feeding.turn(tenant)) {
            rested();
        }
        var state = consumers.states(tenant).getFirst();
        assertEquals(1, state.dead().size());
        assertEquals("IllegalStateException", state.dead().getFirst().reason());
        write("B");
        assertFalse(feeding.turn(tenant));
        assertTrue(notebook.heard.contains("B"));
    }

    /** As if the time had passed. */
    private void rested() throws Exception {
        try (var connection = cell.databases().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update " + Cell.schema(tenant) + ".consumer set retry_at = now()");
        }
    }
}
