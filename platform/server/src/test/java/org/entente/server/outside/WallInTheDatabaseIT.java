package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The wall between tenants below the API: what a session of the server may do in the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class WallInTheDatabaseIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final House house = House.running();
    private final Database database = new Database(house);
    private String ours;
    private String theirs;

    @BeforeAll
    void buildTwoTenants() throws SQLException {
        ours = schemaOf("wall-c");
        theirs = schemaOf("wall-d");
    }

    private String schemaOf(String stem) throws SQLException {
        var tenant = house.freshTenant(stem, "xrm");
        tenant.admin().create("organization", Map.of("name", "Behind a wall"));
        return database.schema(tenant.name());
    }

    @Test
    void letsATenantsRoleReadItsOwnTables() throws SQLException {
        try (var session = asTenant(ours)) {
            for (var table : database.tables(ours)) {
                assertEquals(1, run(session, "select count(*) from " + ours + "." + table));
            }
        }
    }

    @Test
    void letsATenantsRoleReadNoTableOfAnother() throws SQLException {
        var tables = database.tables(theirs);
        assertTrue(tables.size() >= 6, () -> "too few tables to mean anything: " + tables);
        try (var session = asTenant(ours)) {
            for (var table : tables) {
                assertForbidden(session, "select * from " + theirs + "." + table);
                assertForbidden(session, "delete from " + theirs + "." + table);
            }
        }
    }

    @Test
    void letsATenantsRoleReadNoTableOfTheCatalog() throws SQLException {
        var tables = database.tables("entente");
        assertTrue(tables.containsAll(List.of("tenant", "member", "session")), tables::toString);
        try (var session = asTenant(ours)) {
            for (var table : tables) {
                assertForbidden(session, "select * from entente." + table);
            }
        }
    }

    @Test
    void letsATenantsRoleMakeNothing() throws SQLException {
        try (var session = asTenant(ours)) {
            assertForbidden(session, "create table " + ours + ".e_999 (a int)");
            assertForbidden(session, "create table " + theirs + ".e_999 (a int)");
            assertForbidden(session, "create schema anything");
            assertForbidden(session, "create role anybody");
            assertForbidden(session, "drop table " + ours + ".change");
        }
    }

    @Test
    void letsNobodyAlterOrTakeBackWhatWasTold() throws SQLException {
        try (var session = asTenant(ours)) {
            assertForbidden(session, "delete from " + ours + ".change");
            assertForbidden(session, "update " + ours + ".change set op = 'nothing'");
            assertForbidden(session, "truncate " + ours + ".change");
        }
    }

    /** Before it has become some tenant, the server's login is nobody in particular. */
    @Test
    void letsTheLoginItselfReadNoTenant() throws SQLException {
        try (var session = database.app()) {
            for (var table : database.tables(ours)) {
                assertForbidden(session, "select * from " + ours + "." + table);
            }
            assertForbidden(session, "set role entente_owner");
        }
    }

    private Connection asTenant(String schema) throws SQLException {
        var session = database.app();
        try (var statement = session.createStatement()) {
            statement.execute("set role " + schema + "_rw");
        }
        return session;
    }

    private static long run(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(sql)) {
            var count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private static void assertForbidden(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            var refusal = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            assertEquals(INSUFFICIENT_PRIVILEGE, refusal.getSQLState(), sql);
        }
    }
}
