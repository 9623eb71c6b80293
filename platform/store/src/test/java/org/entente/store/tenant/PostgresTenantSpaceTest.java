package org.entente.store.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.entente.engine.model.StoredModel;
import org.entente.spi.Tenant;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.fixture.Cell;
import org.junit.jupiter.api.Test;

class PostgresTenantSpaceTest {

    private static final StoredModel FIRST =
            new StoredModel(1, "layer", "first", Cell.USER, Cell.AT);

    private final Cell cell = Cell.shared();

    private static Tenant unprepared() {
        var number = Cell.number();
        return new Tenant(new UUID(8, number), number, "tenant-" + number);
    }

    @Test
    void keepsTheFirstModelHoweverOftenItIsPrepared() {
        var tenant = unprepared();
        cell.space().prepare(tenant, FIRST);
        cell.space().prepare(tenant, new StoredModel(1, "other", "again", Cell.USER, Cell.AT));

        assertEquals(FIRST, cell.models().head(tenant));
    }

    @Test
    void hasAtMostEightFixedTables() {
        var tenant = cell.tenant();

        var tables =
                cell.look()
                        .texts(
                                "select tablename from pg_tables where schemaname = '%s' order by 1"
                                        .formatted(Cell.schema(tenant)));

        assertEquals(
                List.of(
                        "change",
                        "change_set",
                        "consumer",
                        "head",
                        "idempotency",
                        "job",
                        "model_version",
                        "physical"),
                tables);
    }

    @Test
    void shutsATenantsRoleInItsOwnSchema() throws SQLException {
        var mine = TenantNames.of(cell.tenant());
        var other = TenantNames.of(cell.tenant());
        assertDenied(mine, "select * from %s.head".formatted(other.schema()));
        assertDenied(mine, "select * from entente.tenant");
        assertDenied(mine, "select * from entente.member");
        assertDenied(mine, "select * from entente.session");
        assertDenied(mine, "select * from entente.flyway_schema_history");
        assertDenied(mine, "select * from entente.signal");
        assertDenied(mine, "delete from entente.signal");
        assertDenied(mine, "select nextval('entente.tenant_number')");
        assertDenied(mine, "create table %s.x (a int)".formatted(mine.schema()));
        assertDenied(mine, "create table public.x (a int)");
        assertDenied(mine, "create schema x");
        assertDenied(mine, "alter table %s.head add column a int".formatted(mine.schema()));
        assertDenied(mine, "drop table %s.head".formatted(mine.schema()));
        assertDenied(mine, "update %s.change set op = 'x'".formatted(mine.schema()));
        assertDenied(mine, "delete from %s.change".formatted(mine.schema()));
        assertDenied(mine, "update %s.model_version set layer = ''".formatted(mine.schema()));
        assertDenied(mine, "update %s.physical set name = 'e_1'".formatted(mine.schema()));
    }

    @Test
    void giveAppNothingOfATenantWithoutItsRole() throws SQLException {
        var names = TenantNames.of(cell.tenant());
        try (var connection = cell.databases().app().getConnection();
                var statement = connection.createStatement()) {
            var denied =
                    assertThrows(
                            SQLException.class,
                            () ->
                                    statement.executeQuery(
                                            "select * from %s.head".formatted(names.schema())));
            assertEquals("42501", denied.getSQLState());
        }
    }

    @Test
    void mayCallTheFunctionsOfExpressions() throws SQLException {
        var names = TenantNames.of(cell.tenant());
        try (var connection = cell.databases().app().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(names.entrance(Limits.usual()));
            try (var rows = statement.executeQuery("select entente.fold('Été')")) {
                assertTrue(rows.next());
                assertEquals("ete", rows.getString(1));
            }
        }
    }

    @Test
    void maySignalThatThereIsSomethingToDo() throws SQLException {
        var tenant = cell.tenant();
        try (var connection = cell.databases().app().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(TenantNames.of(tenant).entrance(Limits.usual()));
            statement.execute(
                    "insert into entente.signal (tenant, kind) values (%d, 'job')"
                            .formatted(tenant.number()));
            connection.commit();
        }
        assertEquals(
                List.of("job"),
                cell.look()
                        .texts(
                                "select kind from entente.signal where tenant = "
                                        + tenant.number()));
    }

    private void assertDenied(TenantNames names, String sql) throws SQLException {
        try (var connection = cell.databases().app().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(names.entrance(Limits.usual()));
            try (var rows = statement.executeQuery("select current_user")) {
                rows.next();
                assertEquals(names.role(), rows.getString(1));
            }
            var denied = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            assertEquals("42501", denied.getSQLState(), sql);
        }
    }
}
