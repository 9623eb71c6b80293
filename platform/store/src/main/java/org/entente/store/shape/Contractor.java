package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.TenantNames;

/**
 * Does what takes long on filled tables, without holding their readers and writers: indexes are
 * made concurrently, conditions are added unproved and proved afterwards. What is to be done is
 * what the model asks for and the tables lack, so it may be cut off anywhere. One node at a time is
 * at it for a tenant; tables may grow meanwhile.
 */
final class Contractor {

    private static final int LOCK = 7304;

    private final Databases databases;
    private final Tenant tenant;
    private final TenantNames names;
    private final Model model;

    Contractor(Databases databases, Tenant tenant, Model model) {
        this.databases = databases;
        this.tenant = tenant;
        this.names = TenantNames.of(tenant);
        this.model = model;
    }

    /** Whether all is done; else another is at it, or the model has moved on. */
    boolean run(Instant now) {
        try (var connection = databases.owner().getConnection()) {
            var statements = new Statements(connection);
            if (!statements.answersTrue(lock("pg_try_advisory_lock"))) {
                return true;
            }
            try {
                return entities(connection) && purged(connection, now);
            } finally {
                statements.answersTrue(lock("pg_advisory_unlock"));
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private String lock(String function) {
        return "select %s(%d, %d)".formatted(function, LOCK, Math.toIntExact(tenant.number()));
    }

    private boolean purged(Connection connection, Instant now) throws SQLException {
        new Purge(connection, names).run(now);
        return true;
    }

    private boolean entities(Connection connection) throws SQLException {
        for (var entity : model.entities().values()) {
            if (!entity(connection, entity)) {
                return false;
            }
        }
        return true;
    }

    /** One part after the other, each by what is there at that moment. */
    private boolean entity(Connection connection, Entity entity) throws SQLException {
        while (true) {
            var head = ShapeReader.read(connection, names);
            if (head.modelVersion() != model.version()) {
                return false;
            }
            var table = head.shape().table(entity);
            if (table.isEmpty()) {
                return true;
            }
            var wanted = Parts.of(head.shape(), model, entity);
            var surplus =
                    table.get().parts().stream()
                            .filter(part -> Parts.isSurplus(part, wanted))
                            .toList();
            var missing = Expansion.missing(table.get(), wanted);
            var builder = new PartBuilder(connection, names, entity, table.get());
            if (!surplus.isEmpty()) {
                builder.drop(surplus.getFirst());
            } else if (!missing.isEmpty()) {
                builder.make(first(missing));
            } else {
                return true;
            }
        }
    }

    /** What forbids comes before what only makes things faster. */
    private static Part first(List<Part> missing) {
        return missing.stream()
                .filter(part ->
                        part instanceof Part.Index(_, Part.Index.Kind kind, _)
                                && kind == Part.Index.Kind.UNIQUE)
                .findFirst()
                .orElse(missing.getFirst());
    }
}
