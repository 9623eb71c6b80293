package org.entente.store.tenant;

import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.entente.engine.job.Job;
import org.entente.engine.job.JobStore;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.UnitOfWork;
import org.entente.store.UnitOfWork.Work;
import org.entente.store.fixed.FixedTables;

/** Jobs in the tenant's schema, each touch in a short transaction of its own. */
public final class PostgresJobStore implements JobStore {

    private final FixedTables fixed;
    private final UnitOfWork unit;
    private final Limits limits;

    public PostgresJobStore(Databases databases, UnitOfWork unit, Limits limits) {
        this.fixed = new FixedTables(databases);
        this.unit = unit;
        this.limits = limits;
    }

    @Override
    public void save(Tenant tenant, Job job) {
        in(
                tenant,
                work -> {
                    work.jpa().persist(new JobRow(job));
                    return signalled(tenant, work, job);
                });
    }

    @Override
    public List<Job> list(Tenant tenant, Wanted wanted) {
        return in(tenant, work -> new JobList(wanted).read(work.connection()));
    }

    @Override
    public List<Job> resting(Tenant tenant, Instant since, int most) {
        return in(tenant, work -> JobList.resting(work.connection(), since, most));
    }

    @Override
    public void forget(Tenant tenant, UUID id) {
        in(
                tenant,
                work -> {
                    Optional.ofNullable(work.jpa().find(JobRow.class, id))
                            .ifPresent(work.jpa()::remove);
                    return id;
                });
    }

    @Override
    public Optional<Job> find(Tenant tenant, UUID id) {
        return in(
                tenant,
                work -> Optional.ofNullable(work.jpa().find(JobRow.class, id)).map(JobRow::job));
    }

    @Override
    public Optional<Job> change(Tenant tenant, UUID id, UnaryOperator<Job> change) {
        return in(
                tenant,
                work ->
                        Optional.ofNullable(
                                        work.jpa()
                                                .find(
                                                        JobRow.class,
                                                        id,
                                                        LockModeType.PESSIMISTIC_WRITE))
                                .map(row -> change.apply(row.job()))
                                .map(job -> work.jpa().merge(new JobRow(job)).job())
                                .map(job -> signalled(tenant, work, job)));
    }

    /** Told in the same transaction, so that no job is forgotten and none is looked for in vain. */
    private static Job signalled(Tenant tenant, Work work, Job job) {
        if (!job.state().isWanted()) {
            return job;
        }
        var sql = "insert into entente.signal (tenant, kind) values (?, 'job')";
        try (var statement = work.connection().prepareStatement(sql)) {
            statement.setLong(1, tenant.number());
            statement.executeUpdate();
            return job;
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private <T> T in(Tenant tenant, Function<Work, T> reading) {
        fixed.bring(tenant);
        return unit.run(work -> {
            enter(work, TenantNames.of(tenant));
            var answer = reading.apply(work);
            work.jpa().flush();
            return answer;
        });
    }

    private void enter(Work work, TenantNames names) {
        try (var statement = work.connection().createStatement()) {
            statement.execute(names.entrance(limits));
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
