package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.entente.engine.model.StoredModel;
import org.entente.spi.Outcome;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.Look;
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

    private static final String EVERY_STORAGE =
            """
            entity: card
            name: code
            fields:
              code: {type: text}
              number: {type: integer}
              share: {type: decimal, precision: 5, scale: 2}
              flag: {type: boolean}
              day: {type: date}
              moment: {type: date_time}
              length: {type: duration}
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
                var creation = desk.creation("card", record, Values.of("code", code));
                assertEquals(
                        "first",
                        Desk.done(desk.write("", t -> Outcome.done(t.models().head().title()))));
                var seen =
                        Desk.done(
                                desk.write(
                                        "card",
                                        t -> t.last(creation, desk.ask("card", "code").planned())));
                assertEquals(round + 1, seen.rows().size());
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
    void whoeverHasMappedRowsLeavesNoRoleNoPathAndNoLimitBehind() throws SQLException {
        var desk = desk();
        var clean = settings();

        Desk.done(desk.write("", t -> Outcome.done(t.models().head().title())));
        assertEquals(clean, settings());
        cell.models().head(desk.tenant());
        assertEquals(clean, settings());
    }

    @Test
    void aWriterWhoFailsLeavesTheConnectionAsItWas() throws SQLException {
        var desk = desk();
        var clean = settings();

        failToWrite(desk);
        assertEquals(clean, settings());
        desk.create("card", Values.of("code", "A"));
        var seated = settings();
        assertEquals(TenantNames.of(desk.tenant()).role(), seated.getFirst());
        failToWrite(desk);
        assertEquals(seated, settings());
    }

    private static void failToWrite(Desk desk) {
        assertThrows(
                IllegalStateException.class,
                () ->
                        desk.write(
                                "card",
                                _ -> {
                                    throw new IllegalStateException();
                                }));
    }

    @Test
    void aReaderStaysInItsTenantUntilAnotherIsRead() throws SQLException {
        var one = desk();
        var other = desk();
        one.create("card", Values.of("code", "A"));
        other.create("card", Values.of("code", "B"));

        for (var desk : List.of(one, other, one)) {
            var list = desk.ask("card", "code");
            for (var round = 0; round < 5; round++) {
                assertEquals(1, desk.rows(list).size());
                assertEquals(TenantNames.of(desk.tenant()).role(), settings().getFirst());
            }
        }
        var refused =
                assertThrows(
                        SQLException.class, () -> look(TenantNames.of(other.tenant()).schema()));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void keepsWhatIsPreparedWhenTenantsTakeTurns() {
        var one = desk();
        var other = desk();
        for (var desk : List.of(one, other)) {
            desk.create("card", Values.of("code", "A"));
        }
        for (var round = 0; round < 10; round++) {
            for (var desk : List.of(one, other)) {
                assertEquals(1, desk.rows(desk.ask("card", "code")).size());
            }
        }
        var used =
                new Look(pool)
                        .texts(
                                "select max(generic_plans + custom_plans) >= 5"
                                        + " from pg_prepared_statements where statement like '%e0%'");
        assertEquals(List.of("t"), used);
    }

    @Test
    void isTakenForNobodyElsesWhenTheSettingWasTakenBack() throws SQLException {
        var one = desk();
        var other = desk();
        one.create("card", Values.of("code", "A"));
        other.create("card", Values.of("code", "B"));
        assertEquals(1, one.rows(one.ask("card")).size());
        var connection = pool.getConnection();

        connection.setAutoCommit(false);
        assertEquals(1, other.rows(other.ask("card")).size());
        connection.rollback();
        connection.setAutoCommit(true);

        assertEquals(TenantNames.of(one.tenant()).role(), settings().getFirst());
        assertEquals(1, other.rows(other.ask("card")).size());
        assertEquals(TenantNames.of(other.tenant()).role(), settings().getFirst());
        assertEquals(1, one.rows(one.ask("card")).size());
    }

    @Test
    void isFitForTheNextTenantAfterATimeOut() throws SQLException {
        var desk = desk();
        var other = desk();
        desk.create("card", Values.of("code", "A"));
        other.create("card", Values.of("code", "B"));
        var hasty = new Limits(Duration.ofMillis(1), Duration.ofSeconds(5));
        var slow = desk.ask("card", "code");
        var texts = new String[40];
        java.util.Arrays.fill(texts, "size(fold(code)) >= 0");

        for (var i = 0; i < 3; i++) {
            try {
                cell.reads(hasty).page(desk.tenant(), desk.model(), slow.filter(texts).planned());
            } catch (org.entente.spi.EntenteException e) {
                assertEquals(
                        org.entente.spi.ProblemCode.TOO_EXPENSIVE,
                        e.problem().code(),
                        e.toString());
            }
            assertEquals(1, other.rows(other.ask("card")).size());
            assertEquals(TenantNames.of(other.tenant()).role(), settings().getFirst());
            assertEquals("5s", settings().get(3));
        }
        assertEquals(1, desk.rows(desk.ask("card", "code")).size());
    }

    @Test
    void refusesWhatIsTooExpensiveAndStaysOpen() {
        var desk = desk();
        desk.create("card", Values.of("code", "é".repeat(200)));
        var same = new Limits(Duration.ofMillis(2), Duration.ofMillis(2));
        var texts = new String[100];
        java.util.Arrays.fill(texts, "size(fold(code + code + code)) >= 0");
        var slow = desk.ask("card", "code").filter(texts).planned();

        var refusal =
                assertThrows(
                        org.entente.spi.EntenteException.class,
                        () -> cell.reads(same).page(desk.tenant(), desk.model(), slow));

        assertEquals(org.entente.spi.ProblemCode.TOO_EXPENSIVE, refusal.problem().code());
        assertEquals(1, desk.rows(desk.ask("card", "code")).size());
    }

    private void look(String schema) throws SQLException {
        try (var statement = pool.getConnection().createStatement()) {
            statement.execute("select * from " + schema + ".head");
        }
    }

    /** The very first write has another text, since it takes the role. */
    @Test
    void preparesWhatItWritesOnceForAllWrites() {
        var desk = Desk.of(EVERY_STORAGE);
        var here = new Desk(cell, desk.tenant(), desk.model());
        var filled =
                Values.of(
                        "code",
                        "A",
                        "number",
                        3L,
                        "share",
                        new BigDecimal("0.5"),
                        "flag",
                        true,
                        "day",
                        LocalDate.of(2026, 1, 2),
                        "moment",
                        Cell.AT,
                        "length",
                        Duration.ofMinutes(3));
        here.create("card", filled);
        for (var i = 0; i < 5; i++) {
            here.create("card", Values.of("code", "B" + i));
            here.create("card", filled);
            rename(here, here.create("card", Values.of()));
        }

        var prepared =
                new Look(pool)
                        .texts(
                                "select generic_plans + custom_plans from pg_prepared_statements"
                                        + " where statement ~ '(insert into|update) %s[.]e_'"
                                                .formatted(desk.schema())
                                        + " order by 1");
        assertEquals(List.of("1", "5", "15"), prepared);
    }

    @Test
    void writesAndReadsARecordByOneStatement() {
        var desk = desk();
        var all = desk.ask("card", "code");
        for (var i = 0; i < 3; i++) {
            var id = UUID.randomUUID();
            var creation = desk.creation("card", id, Values.of("code", "A" + i));
            var one = all.filter("code == \"A" + i + "\"").planned();
            var page = Desk.done(desk.write("card", t -> t.last(creation, one)));
            assertEquals(List.of(id), page.rows().stream().map(row -> row.id()).toList());
        }
        var used =
                new Look(pool)
                        .texts(
                                "select count(*) > 0 from pg_prepared_statements"
                                        + " where statement ~ 'returning e[.][*].* from w as'");
        assertEquals(List.of("t"), used);
    }

    private static void rename(Desk desk, UUID id) {
        var update =
                desk.update("card", desk.stored("card", id), Values.of(), Values.of("code", "C"));
        Desk.done(desk.write("card", t -> t.write(update)));
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
