package org.entente.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.entente.engine.access.SessionStore;
import org.entente.engine.changeset.LiveData;
import org.entente.engine.feed.Consumers;
import org.entente.engine.feed.Signals;
import org.entente.engine.file.FileStore;
import org.entente.engine.file.FileUses;
import org.entente.engine.job.JobChanges;
import org.entente.engine.job.JobQueue;
import org.entente.engine.job.JobStore;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.PackStore;
import org.entente.engine.record.KeptAnswers;
import org.entente.engine.record.TenantTransactions;
import org.entente.engine.tenancy.TenantCatalog;
import org.entente.engine.tenancy.TenantSpace;
import org.entente.store.Databases;
import org.entente.store.JtaUnitOfWork;
import org.entente.store.Limits;
import org.entente.store.OwnTransactions;
import org.entente.store.UnitOfWork;
import org.entente.store.catalog.JpaSessionStore;
import org.entente.store.catalog.JpaTenantCatalog;
import org.entente.store.catalog.PostgresPackStore;
import org.entente.store.job.SchedulerJobQueue;
import org.entente.store.records.PostgresFileUses;
import org.entente.store.records.PostgresJobChanges;
import org.entente.store.records.PostgresKeptAnswers;
import org.entente.store.records.PostgresLiveData;
import org.entente.store.records.PostgresRecordReads;
import org.entente.store.records.PostgresTenantTransactions;
import org.entente.store.shape.Shapes;
import org.entente.store.signal.PostgresConsumers;
import org.entente.store.signal.PostgresSignals;
import org.entente.store.tenant.PostgresJobStore;
import org.entente.store.tenant.PostgresModelStore;
import org.entente.store.tenant.PostgresTenantSpace;

/** Makes the stores out of what the container has: data sources, transactions, JPA. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class StoreWiring {

    @Resource(lookup = "jdbc/entente")
    private DataSource app;

    @Resource(lookup = "jdbc/entente-read")
    private DataSource read;

    @Resource(lookup = "jdbc/entente-records")
    private DataSource records;

    @Resource(lookup = "jdbc/entente-writes")
    private DataSource writes;

    @Resource(lookup = "jdbc/entente-owner")
    private DataSource owner;

    @Resource private UserTransaction transaction;

    @PersistenceContext(unitName = "entente")
    private EntityManager jpa;

    @Produces
    @Singleton
    Limits limits() {
        return Limits.usual();
    }

    @Produces
    @Singleton
    Databases databases() {
        return new Databases(app, read, records, writes, owner);
    }

    @Produces
    @Singleton
    UnitOfWork unitOfWork() {
        return new JtaUnitOfWork(transaction, jpa);
    }

    @Produces
    @Singleton
    Shapes shapes(Databases databases, Limits limits) {
        return new Shapes(databases, limits);
    }

    @Produces
    @Singleton
    SessionStore sessionStore(UnitOfWork unit) {
        return new JpaSessionStore(unit);
    }

    @Produces
    @Singleton
    TenantCatalog tenantCatalog(UnitOfWork unit) {
        return new JpaTenantCatalog(unit);
    }

    @Produces
    @Singleton
    TenantSpace tenantSpace(Databases databases) {
        return new PostgresTenantSpace(databases);
    }

    @Produces
    @Singleton
    PackStore packStore(Databases databases) {
        return new PostgresPackStore(databases);
    }

    @Produces
    @Singleton
    ModelStore modelStore(UnitOfWork unit, Shapes shapes, Limits limits) {
        return new PostgresModelStore(unit, shapes, limits);
    }

    @Produces
    @Singleton
    JobStore jobStore(Databases databases, UnitOfWork unit, Limits limits) {
        return new PostgresJobStore(databases, unit, limits);
    }

    @Produces
    @Singleton
    JobChanges jobChanges(Databases databases, Limits limits) {
        return new PostgresJobChanges(databases, limits);
    }

    @Produces
    @Singleton
    JobQueue jobQueue(Databases databases, Config config) {
        var threads = config.getOptionalValue("ENTENTE_JOB_THREADS", Integer.class).orElse(3);
        return new SchedulerJobQueue(databases, threads);
    }

    /** Several nodes share one folder, or one bucket. */
    @Produces
    @Singleton
    FileStore fileStore(Config config) {
        return FilePlace.of(config);
    }

    @Produces
    @Singleton
    FileUses fileUses(Databases databases) {
        return new PostgresFileUses(databases);
    }

    @Produces
    @Singleton
    PostgresRecordReads recordReads(Databases databases, Shapes shapes, Limits limits) {
        return new PostgresRecordReads(databases, shapes, limits);
    }

    @Produces
    @Singleton
    KeptAnswers keptAnswers(Databases databases, Shapes shapes, Limits limits) {
        return new PostgresKeptAnswers(databases, shapes, limits);
    }

    @Produces
    @Singleton
    Consumers consumers(Databases databases, Shapes shapes, Limits limits) {
        return new PostgresConsumers(databases, shapes.fixed(), limits);
    }

    @Produces
    @Singleton
    Signals signals(Databases databases) {
        return new PostgresSignals(databases);
    }

    @Produces
    @Singleton
    LiveData liveData(Databases databases, Shapes shapes, Limits limits) {
        return new PostgresLiveData(databases, shapes, limits);
    }

    @Produces
    @Singleton
    TenantTransactions tenantTransactions(
            UnitOfWork unit, Databases databases, Shapes shapes, Limits limits) {
        return new PostgresTenantTransactions(
                unit, new OwnTransactions(databases.writes()), shapes, limits);
    }
}
