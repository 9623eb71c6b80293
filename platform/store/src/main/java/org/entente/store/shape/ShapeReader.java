package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.entente.store.TenantNames;

/** Reads which tables a tenant has. */
final class ShapeReader {

    private ShapeReader() {}

    /** The shape, and the version of the model that was published when it was read. */
    record Head(long modelVersion, Shape shape) {}

    static String sql(TenantNames names) {
        return """
        select h.model_version, h.shape_version, p.entity_key, p.field_key, case when p.trouble is null then p.kind else 'failed' end,
            p.name
        from {schema}.head h left join {schema}.physical p on true
        """
                .replace("{schema}", names.schema());
    }

    static Head read(Connection connection, TenantNames names) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql(names))) {
            var physical = new ArrayList<Physical>();
            var model = 0L;
            var shape = 0L;
            while (rows.next()) {
                model = rows.getLong(1);
                shape = rows.getLong(2);
                if (rows.getString(3) != null) {
                    physical.add(
                            new Physical(
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6)));
                }
            }
            return new Head(model, Shape.of(shape, physical));
        }
    }
}
