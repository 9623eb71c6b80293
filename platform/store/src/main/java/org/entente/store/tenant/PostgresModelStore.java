package org.entente.store.tenant;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Readiness;
import org.entente.engine.model.StoredModel;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.UnitOfWork;
import org.entente.store.UnitOfWork.Work;
import org.entente.store.shape.Shape;
import org.entente.store.shape.Shapes;

/** Reads models, each in a short transaction of its own, and lets tables grow for the next. */
public final class PostgresModelStore implements ModelStore {

    /** Reading needs none. */
    private static final Shape NO_SHAPE = new Shape(0, Map.of());

    private final UnitOfWork unit;
    private final Shapes shapes;
    private final Limits limits;

    public PostgresModelStore(UnitOfWork unit, Shapes shapes, Limits limits) {
        this.unit = unit;
        this.shapes = shapes;
        this.limits = limits;
    }

    @Override
    public StoredModel head(Tenant tenant) {
        return in(tenant, JpaModelVersions::head);
    }

    @Override
    public Optional<ChangeSet> changeSet(Tenant tenant, UUID id) {
        return in(tenant, versions -> versions.changeSet(id));
    }

    private <T> T in(Tenant tenant, Function<JpaModelVersions, T> reading) {
        shapes.fixed().bring(tenant);
        return unit.run(work -> {
            enter(work, TenantNames.of(tenant));
            return reading.apply(new JpaModelVersions(work.jpa(), NO_SHAPE));
        });
    }

    private void enter(Work work, TenantNames names) {
        try (var statement = work.connection().createStatement()) {
            statement.execute(names.entrance(limits));
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    @Override
    public void expand(Tenant tenant, Model next) {
        shapes.expand(tenant, next);
    }

    @Override
    public OptionalLong contract(Tenant tenant, Model head, Instant now) {
        return shapes.contract(tenant, head, now);
    }

    @Override
    public Map<String, Readiness> unready(Tenant tenant, Model head) {
        return shapes.unready(tenant, head);
    }

    @Override
    public void retry(Tenant tenant) {
        shapes.retry(tenant);
    }

    @Override
    public List<StoredModel> versions(Tenant tenant, long from, int most) {
        return in(tenant, versions -> versions.versions(from, most));
    }

    @Override
    public List<ChangeSet> changeSets(Tenant tenant, int most) {
        return in(tenant, versions -> versions.changeSets(most));
    }
}
