package org.entente.server.outside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the table and the columns of an entity are called in the database. */
final class Physical {

    private Physical() {}

    /** By the key of the field; the empty key stands for the table. */
    static Map<String, String> of(Connection connection, String schema, String entityKey)
            throws SQLException {
        var names = new LinkedHashMap<String, String>();
        try (var query =
                connection.prepareStatement(
                        "select field_key, kind, name from %s.physical where entity_key = ?"
                                .formatted(schema))) {
            query.setString(1, entityKey);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    if (row.getString(2).equals("table")) {
                        names.put("", row.getString(3));
                    } else if (row.getString(2).startsWith("column:")) {
                        names.put(row.getString(1), row.getString(3));
                    }
                }
            }
        }
        return names;
    }
}
