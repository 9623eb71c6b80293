package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
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

    /**
     * Does one thing; how many are left after it, at least. Empty when there was nothing to do.
     * UNAVAILABLE while another is at it.
     */
    OptionalLong one(Instant now) {
        try (var connection = databases.owner().getConnection()) {
            var statements = new Statements(connection);
            if (!statements.answersTrue(lock("pg_try_advisory_lock"))) {
                throw new EntenteException(Problem.of(ProblemCode.UNAVAILABLE));
            }
            try {
                return one(connection, now);
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

    /** By what is there at that moment; a model that has moved on leaves something to come to. */
    private OptionalLong one(Connection connection, Instant now) throws SQLException {
        var head = ShapeReader.read(connection, names);
        if (head.modelVersion() != model.version()) {
            return OptionalLong.of(1);
        }
        var works =
                model.entities().values().stream()
                        .flatMap(entity -> Work.of(head.shape(), model, entity).stream())
                        .toList();
        if (works.isEmpty()) {
            new Purge(connection, names).run(now);
            return OptionalLong.empty();
        }
        works.getFirst().doFirst(connection, names);
        return OptionalLong.of(works.stream().mapToLong(Work::count).sum() - 1);
    }

    /** What a filled table lacks, and what it has too much. */
    private record Work(Entity entity, TableShape table, List<String> surplus, List<Part> missing) {

        static Optional<Work> of(Shape shape, Model model, Entity entity) {
            return shape.table(entity)
                    .map(table -> {
                        var wanted = Parts.of(shape, model, entity);
                        var surplus =
                                table.parts().stream()
                                        .filter(part -> Parts.isSurplus(part, wanted))
                                        .toList();
                        return new Work(entity, table, surplus, Expansion.missing(table, wanted));
                    })
                    .filter(work -> work.count() > 0);
        }

        long count() {
            return (long) surplus.size() + missing.size();
        }

        void doFirst(Connection connection, TenantNames names) throws SQLException {
            var builder = new PartBuilder(connection, names, entity, table);
            if (surplus.isEmpty()) {
                builder.make(first(missing));
            } else {
                builder.drop(surplus.getFirst());
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
