package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.entente.engine.model.StoredModel;
import org.entente.spi.Outcome;
import org.entente.store.Limits;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.OneConnection;
import org.entente.store.fixture.Values;
import org.junit.jupiter.api.Test;

class PooledConnectionTest {

    private static final String ENTITIES =
            """
            entity: card
            name: code
            fields: {code: {type: text}}
            """;

    private final OneConnection pool = new OneConnection(Cell.shared().databases().app());
    private final Cell cell = Cell.shared().node(pool, pool);

    private Desk desk() {
        var other = Desk.of(ENTITIES);
        return new Desk(cell, other.tenant(), other.model());
    }

    @Test
    void neverMixesTwoTenantsOnOneConnection() {
        var one = desk();
        var other = desk();
        var id = UUID.randomUUID();
        for (var round = 0; round < 10; round++) {
            for (var desk : List.of(one, other)) {
                var code = desk.tenant().name() + "/" + round;
                var record = round == 0 ? id : UUID.randomUUID();
                Desk.done(
                        desk.write(
                                "card",
                                t -> {
                                    assertEquals("first", t.models().head().title());
                                    return t.write(
                                            desk.creation("card", record, Values.of("code", code)));
                                }));
                for (var row : desk.rows(desk.ask("card", "code"))) {
                    assertEquals(
                            desk.tenant().name(), String.valueOf(row.getFirst()).split("/", 2)[0]);
                }
            }
        }
        assertEquals(10, one.rows(one.ask("card")).size());
        assertEquals(10, other.rows(other.ask("card")).size());
        assertEquals(one.tenant().name() + "/0", one.stored("card", id).values().get("code"));
        assertEquals(other.tenant().name() + "/0", other.stored("card", id).values().get("code"));
    }

    @Test
    void showsEachTenantItsOwnModelThoughTheRowsHaveOneKey() {
        var one = desk();
        var other = desk();
        publish(one, "of one");
        publish(other, "of other");

        assertEquals("of one", cell.models().head(one.tenant()).title());
        assertEquals("of other", cell.models().head(other.tenant()).title());
        assertEquals("of one", cell.models().head(one.tenant()).title());
    }

    private static void publish(Desk desk, String title) {
        Desk.done(
                desk.write(
                        "",
                        t -> {
                            t.models()
                                    .publish(
                                            new StoredModel(2, "{}", title, Cell.USER, Cell.AT),
                                            desk.model());
                            return Outcome.done(true);
                        }));
    }

    @Test
    void leavesNoRoleNoPathAndNoLimitBehind() throws SQLException {
        var desk = desk();
        var clean = settings();

        desk.create("card", Values.of("code", "A"));
        assertEquals(clean, settings());
        desk.page(desk.ask("card", "code"));
        assertEquals(clean, settings());
        assertThrows(
                IllegalStateException.class,
                () ->
                        desk.write(
                                "card",
                                _ -> {
                                    throw new IllegalStateException();
                                }));
        assertEquals(clean, settings());
        cell.models().head(desk.tenant());
        assertEquals(clean, settings());
    }

    @Test
    void isFitForTheNextTenantAfterATimeOut() throws SQLException {
        var desk = desk();
        desk.create("card", Values.of("code", "A"));
        var clean = settings();
        var hasty = new Limits(java.time.Duration.ofMillis(1), java.time.Duration.ofSeconds(5));
        var slow = desk.ask("card", "code");
        var texts = new String[40];
        java.util.Arrays.fill(texts, "size(fold(code)) >= 0");

        for (var i = 0; i < 3; i++) {
            try {
                cell.reads(hasty).page(desk.tenant(), desk.model(), slow.filter(texts).planned());
            } catch (org.entente.spi.EntenteException e) {
                assertEquals(
                        org.entente.spi.ProblemCode.TIMED_OUT, e.problem().code(), e.toString());
            }
            assertEquals(clean, settings());
        }
        assertEquals(1, desk.rows(slow).size());
    }

    private List<String> settings() throws SQLException {
        Connection connection = pool.getConnection();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select current_user, current_setting('role'),"
                                        + " current_setting('search_path'),"
                                        + " current_setting('statement_timeout'),"
                                        + " current_setting('transaction_timeout')")) {
            rows.next();
            return List.of(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getString(5));
        }
    }
}
