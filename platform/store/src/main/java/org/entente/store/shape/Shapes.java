package org.entente.store.shape;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import org.entente.engine.model.Readiness;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.fixed.FixedTables;

/**
 * The shapes of tenants as this node knows them. Whoever uses one compares its version with the
 * head that came along with the rows, and asks again when it is old.
 */
public final class Shapes {

    private static final int MOST_TENANTS = 2_000;

    private final Databases databases;
    private final Limits limits;
    private final TableBuilder builder;
    private final FixedTables fixed;
    private final Cache<Long, Shape> known =
            Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();
    private final Cache<Covered, Boolean> covered =
            Caffeine.newBuilder().maximumSize(MOST_TENANTS * 10L).build();

    public Shapes(Databases databases, Limits limits) {
        this.databases = databases;
        this.limits = limits;
        this.builder = new TableBuilder(databases);
        this.fixed = new FixedTables(databases);
    }

    /** The fixed tables beside those of records. */
    public FixedTables fixed() {
        return fixed;
    }

    /** The shape as this node knows it. */
    public Shape of(Tenant tenant) {
        return known.get(tenant.number(), _ -> load(tenant));
    }

    /** The shape as it is now. */
    public Shape reload(Tenant tenant) {
        return learned(tenant, load(tenant));
    }

    /**
     * A shape with the tables of these entities and of what they refer to. When the model is not
     * the published one nothing is made, and the writing that follows will find out.
     */
    public Shape ensure(Tenant tenant, Model model, Collection<Entity> entities) {
        var shape = of(tenant);
        var uncovered =
                entities.stream()
                        .filter(entity ->
                                covered.getIfPresent(new Covered(shape, model, entity)) == null)
                        .toList();
        if (uncovered.isEmpty()) {
            return shape;
        }
        if (uncovered.stream().allMatch(entity -> shape.serves(model, entity))) {
            uncovered.forEach(entity -> covered.put(new Covered(shape, model, entity), true));
            return shape;
        }
        return learned(tenant, builder.ensure(tenant, model, entities));
    }

    /** Comparing a table with its definition costs more than most writes. */
    @SuppressWarnings("ReferenceEquality") // another object is at worst compared again
    private record Covered(Shape shape, Model model, Entity entity) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Covered(var aShape, var aModel, var anEntity)
                    && aShape == shape
                    && aModel == model
                    && anEntity == entity;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(shape) + System.identityHashCode(entity);
        }
    }

    /** Adds to the tables that are there what the next model asks for. */
    public void expand(Tenant tenant, Model next) {
        fixed.bring(tenant);
        learned(tenant, builder.expand(tenant, next));
    }

    /** Does one thing of what takes long on filled tables; how many are left, if any was. */
    public OptionalLong contract(Tenant tenant, Model head, Instant now) {
        fixed.bring(tenant);
        return new Contractor(databases, tenant, head).one(now);
    }

    /** What of a model is not ready, by path. */
    public Map<String, Readiness> unready(Tenant tenant, Model head) {
        fixed.bring(tenant);
        return new Unready(databases, tenant, head).read();
    }

    /** Lets what has failed be tried again. */
    public void retry(Tenant tenant) {
        fixed.bring(tenant);
        var sql =
                "delete from %s.physical where kind = 'part' and trouble is not null"
                        .formatted(TenantNames.of(tenant).schema());
        try (var connection = databases.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private Shape learned(Tenant tenant, Shape shape) {
        known.put(tenant.number(), shape);
        return shape;
    }

    private Shape load(Tenant tenant) {
        fixed.bring(tenant);
        var names = TenantNames.of(tenant);
        try (var connection = databases.read().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(names.entrance(limits));
                return ShapeReader.read(connection, names).shape();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
