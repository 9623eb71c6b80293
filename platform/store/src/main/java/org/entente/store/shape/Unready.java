package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.model.Readiness;
import org.entente.engine.model.Readiness.State;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.TenantNames;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells what of a model is not there yet, or could not be made. */
final class Unready {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Databases databases;
    private final TenantNames names;
    private final Model model;

    Unready(Databases databases, Tenant tenant, Model model) {
        this.databases = databases;
        this.names = TenantNames.of(tenant);
        this.model = model;
    }

    /** By the path of the field, or of the entity where several fields are concerned. */
    Map<String, Readiness> read() {
        try (var connection = databases.owner().getConnection()) {
            var shape = ShapeReader.read(connection, names).shape();
            var unready = new LinkedHashMap<String, Readiness>();
            for (var entity : model.entities().values()) {
                var table = shape.table(entity);
                if (table.isPresent() && !shape.covers(model, entity)) {
                    entity(connection, shape, entity, unready);
                }
            }
            return unready;
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private void entity(
            Connection connection, Shape shape, Entity entity, Map<String, Readiness> unready)
            throws SQLException {
        var table = shape.table(entity).orElseThrow();
        var troubles = table.failed().isEmpty() ? Map.<String, String>of() : troubles(connection);
        for (var owned : Parts.owned(shape, model, entity)) {
            var name = owned.part().name();
            if (!table.parts().contains(name)) {
                var readiness =
                        table.failed().contains(name)
                                ? failed(troubles.getOrDefault(name, "{}"))
                                : building(connection, name);
                unready.merge(path(entity, owned), readiness, Unready::worse);
            }
        }
    }

    private static String path(Entity entity, Parts.Owned owned) {
        var path = "entities/" + entity.name();
        return owned.fields().size() == 1 ? path + "/fields/" + owned.fields().getFirst() : path;
    }

    private static Readiness worse(Readiness one, Readiness other) {
        return one.state() == State.FAILED ? one : other;
    }

    private static Readiness failed(String trouble) {
        return new Readiness(
                State.FAILED,
                Optional.empty(),
                JSON.readValue(trouble, new TypeReference<Map<String, Object>>() {}));
    }

    private Map<String, String> troubles(Connection connection) throws SQLException {
        var text =
                "select name, trouble from %s.physical where trouble is not null"
                        .formatted(names.schema());
        var troubles = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            while (rows.next()) {
                troubles.put(rows.getString(1), rows.getString(2));
            }
        }
        return troubles;
    }

    private Readiness building(Connection connection, String part) throws SQLException {
        var text =
                """
                select cast(blocks_done as float8) / nullif(blocks_total, 0)
                from pg_stat_progress_create_index
                where index_relid = to_regclass('%s.%s')
                """
                        .formatted(names.schema(), part);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            var done = rows.next() ? Optional.of(rows.getDouble(1)) : Optional.<Double>empty();
            return new Readiness(State.BUILDING, done, Map.of());
        }
    }
}
