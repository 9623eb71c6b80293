package org.entente.server.outside;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.entente.engine.model.StoredModel;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.JtaUnitOfWork;
import org.entente.store.TenantNames;
import org.entente.store.UnitOfWork;
import org.entente.store.tenant.PostgresTenantSpace;

/**
 * Two tenants of the database alone, and the container's transactions, for a test that runs in
 * there.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class TwoTenants {

    @PersistenceContext(unitName = "entente")
    private EntityManager jpa;

    @Resource private UserTransaction transaction;

    @Resource(lookup = "jdbc/entente")
    private DataSource app;

    @Resource(lookup = "jdbc/entente-read")
    private DataSource read;

    @Resource(lookup = "jdbc/entente-owner")
    private DataSource owner;

    private List<Tenant> tenants;

    @PostConstruct
    void build() {
        var space = new PostgresTenantSpace(new Databases(app, read, read, read, owner));
        tenants = List.of(tenant("inside-a"), tenant("inside-b"));
        for (var tenant : tenants) {
            var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            space.prepare(tenant, new StoredModel(1, "{}", "Test", new UUID(0, 0), now));
        }
    }

    private Tenant tenant(String name) {
        var number = number("select nextval('entente.tenant_number')");
        return new Tenant(UuidCreator.getTimeOrderedEpoch(), number, name);
    }

    /** They were never in the catalog; nobody else will take them away. */
    @PreDestroy
    void tearDown() {
        for (var tenant : tenants) {
            var names = TenantNames.of(tenant);
            run("drop schema " + names.schema() + " cascade");
            run("drop role " + names.role());
        }
    }

    /** The first or the second. */
    public TenantNames names(int index) {
        return TenantNames.of(tenants.get(index));
    }

    /** The container's transactions. */
    public UnitOfWork transactions() {
        return new JtaUnitOfWork(transaction, jpa);
    }

    /** One number, seen by a session that has no part in any transaction. */
    public long number(String sql) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void run(String sql) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
