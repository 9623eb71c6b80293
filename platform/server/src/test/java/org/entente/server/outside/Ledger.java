package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database holds of a tenant, compared with what was promised. */
record Ledger(Database database, String schema) {

    static Ledger of(House house, FreshTenant tenant) throws SQLException {
        var database = new Database(house);
        return new Ledger(database, database.schema(tenant.name()));
    }

    /** The highest version that was told of each record, by its id. */
    Map<String, Long> versions() throws SQLException {
        var versions = new HashMap<String, Long>();
        read(
                "select record::text, max(version), count(*) from %s.change group by 1",
                row -> {
                    versions.put(row.get(0), Long.valueOf(row.get(1)));
                    assertEquals(row.get(1), row.get(2), "versions are missing of " + row.get(0));
                });
        return versions;
    }

    /** The changes that were told, as the feed names them. */
    Set<String> changes() throws SQLException {
        var changes = new HashSet<String>();
        read(
                "select record::text || '.' || version from %s.change",
                row -> changes.add(row.get(0)));
        return changes;
    }

    /** Records whose state was not told, and changes that no record has come to. */
    List<String> untold() throws SQLException {
        var untold = new ArrayList<String>();
        var versions = versions();
        for (var table : database.tables(schema)) {
            if (table.startsWith("e_")) {
                read(
                        "select id::text, version from %s." + table,
                        row -> {
                            var told = versions.remove(row.get(0));
                            if (told == null || !told.equals(Long.valueOf(row.get(1)))) {
                                untold.add(table + ": " + row + " but told " + told);
                            }
                        });
            }
        }
        versions.forEach((id, version) -> untold.add("no record " + id + " of " + version));
        return untold;
    }

    private interface Use {
        void of(List<String> row);
    }

    private void read(String sql, Use use) throws SQLException {
        try (var connection = database.owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(schema))) {
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                use.of(row);
            }
        }
    }
}
