package org.entente.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresFixtureTest {

    private final PostgresFixture postgres = PostgresFixture.shared();

    @Test
    void ordersTextByCodePoint() throws SQLException {
        var database = postgres.freshDatabase();
        assertEquals("t", ask(database, "select ('Z' < 'a' and 'z' < 'é')::text::char"));
        assertEquals("É", ask(database, "select upper('é')"));
    }

    @Test
    void handsOutASchemaOfItsOwnEachTime() {
        var database = postgres.freshDatabase();
        assertNotEquals(postgres.freshSchema(database), postgres.freshSchema(database));
    }

    @Test
    void keepsTheTimeZoneThatTheJvmHas() throws SQLException {
        assertEquals("UTC", ask("postgres", "show time zone"));
    }

    private String ask(String database, String question) throws SQLException {
        try (var connection = postgres.dataSource(database).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
