package org.entente.store.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.TenantNames;
import org.entente.store.shape.Expansion.Planned;
import org.entente.store.shape.Expansion.TableWork;

/** Makes tables and lets them grow, on the owner's connection. */
final class TableBuilder {

    private static final int ATTEMPTS = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Databases databases;

    TableBuilder(Databases databases) {
        this.databases = databases;
    }

    /** The tables of entities and of what they refer to, under the published model only. */
    Shape ensure(Tenant tenant, Model model, Collection<Entity> entities) {
        return build(
                tenant,
                true,
                head ->
                        head.modelVersion() == model.version()
                                ? plan(model, head, entities)
                                : plan(model, head, List.of()));
    }

    /** What the tables that are there lack under a model that is not published yet. */
    Shape expand(Tenant tenant, Model next) {
        return build(tenant, false, head -> grown(next, head));
    }

    private static Planned grown(Model next, Head head) {
        var built =
                next.entities().values().stream()
                        .filter(entity -> head.shape().table(entity).isPresent())
                        .toList();
        return withoutSurplus(plan(next, head, built));
    }

    private record Head(ShapeReader.Head read, long nextNumber) {
        Shape shape() {
            return read.shape();
        }

        long modelVersion() {
            return read.modelVersion();
        }
    }

    private interface Planner {
        Planned plan(Head head);
    }

    private static Planned plan(Model model, Head head, Collection<Entity> entities) {
        return Expansion.plan(model, head.shape(), head.nextNumber(), closure(model, entities));
    }

    /** What the published model forbids stays forbidden until the next one is published. */
    private static Planned withoutSurplus(Planned planned) {
        return new Planned(
                planned.names(),
                planned.after(),
                planned.tables().stream()
                        .map(work ->
                                new TableWork(
                                        work.entity(),
                                        work.table(),
                                        work.fresh(),
                                        work.columns(),
                                        work.parts(),
                                        List.of()))
                        .toList(),
                planned.nextNumber());
    }

    private static Set<Entity> closure(Model model, Collection<Entity> entities) {
        var reached = new LinkedHashSet<Entity>();
        var open = new ArrayList<>(entities);
        while (!open.isEmpty()) {
            var entity = open.removeLast();
            if (reached.add(entity)) {
                entity.fields().values().stream()
                        .map(field -> field.type())
                        .filter(ReferenceType.class::isInstance)
                        .map(ReferenceType.class::cast)
                        .flatMap(reference -> Storage.target(model, reference).stream())
                        .forEach(open::add);
            }
        }
        return reached;
    }

    /** Nobody is waited for when there is nothing to do. */
    private Shape build(Tenant tenant, boolean published, Planner planner) {
        var names = TenantNames.of(tenant);
        try (var connection = databases.owner().getConnection()) {
            var head = head(connection, names);
            return planner.plan(head).isEmpty()
                    ? head.shape()
                    : build(connection, tenant, published, planner);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static Shape build(
            Connection connection, Tenant tenant, boolean published, Planner planner)
            throws SQLException {
        var names = TenantNames.of(tenant);
        try (var _ = OwnerLock.take(connection, tenant)) {
            new TableWorker(connection, names, published)
                    .run(planner.plan(head(connection, names)));
            return ShapeReader.read(connection, names).shape();
        }
    }

    private static Head head(Connection connection, TenantNames names) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select next_number from %s.head".formatted(names.schema()))) {
            rows.next();
            return new Head(ShapeReader.read(connection, names), rows.getLong(1));
        }
    }

    /** Work of the owner that gives way to others and comes back. */
    interface Patient {
        void run() throws SQLException;
    }

    static void patiently(Patient work) throws SQLException {
        for (var attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (SQLException e) {
                if (!Failures.isLocked(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                var pause = Math.min(LONGEST_PAUSE.toMillis(), 10L << Math.min(attempt, 10));
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
            }
        }
    }
}
