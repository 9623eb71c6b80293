package org.entente.store.catalog;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.tenancy.TenantCatalog;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.engine.tenancy.TenantEntry.NewTenant;
import org.entente.engine.tenancy.TenantEntry.State;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.entente.store.Failures;
import org.entente.store.UnitOfWork;
import org.entente.store.UnitOfWork.Work;

/** The catalog of tenants, mapped. */
public final class JpaTenantCatalog implements TenantCatalog {

    private final UnitOfWork unit;

    public JpaTenantCatalog(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public Optional<TenantEntry> named(String name) {
        return unit.run(work -> row(work, name).map(TenantRow::entry));
    }

    @Override
    public Outcome<TenantEntry> begin(NewTenant request, UUID id, Instant at) {
        try {
            return unit.run(work -> begin(work, request, id, at));
        } catch (EntenteException e) {
            if (Failures.brokenUnique(e).isPresent()) {
                return nameTaken(request);
            }
            throw e;
        }
    }

    private static Outcome<TenantEntry> begin(Work work, NewTenant request, UUID id, Instant at) {
        if (row(work, request.name()).isPresent()) {
            return nameTaken(request);
        }
        var number =
                (Number)
                        work.jpa()
                                .createNativeQuery("select nextval('entente.tenant_number')")
                                .getSingleResult();
        var row = new TenantRow(new Tenant(id, number.longValue(), request.name()), request, at);
        work.jpa().persist(row);
        work.jpa().flush();
        return Outcome.done(row.entry());
    }

    private static Outcome<TenantEntry> nameTaken(NewTenant request) {
        return Outcome.refused(
                Problem.of(ProblemCode.NAME_TAKEN, "/name", Map.of("name", request.name())));
    }

    @Override
    public void activate(UUID tenant) {
        unit.run(work -> {
            var row = work.jpa().find(TenantRow.class, tenant, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                throw new EntenteException(Problem.of(ProblemCode.INTERNAL, "tenant"));
            }
            row.activate();
            return true;
        });
    }

    @Override
    public List<TenantEntry> unfinished() {
        return unit.run(work ->
                work
                        .jpa()
                        .createQuery(
                                "select t from TenantRow t where t.state = :state"
                                        + " order by t.number",
                                TenantRow.class)
                        .setParameter("state", State.CREATING)
                        .getResultList()
                        .stream()
                        .map(TenantRow::entry)
                        .toList());
    }

    @Override
    public List<TenantEntry> all() {
        return unit.run(work ->
                work
                        .jpa()
                        .createQuery("select t from TenantRow t order by t.name", TenantRow.class)
                        .getResultList()
                        .stream()
                        .map(TenantRow::entry)
                        .toList());
    }

    @Override
    public void addMember(UUID tenant, String subject, UUID user) {
        unit.run(work -> work.jpa().merge(new MemberRow(tenant, subject, user)));
    }

    @Override
    public Optional<UUID> member(UUID tenant, String subject) {
        return unit.run(work ->
                Optional.ofNullable(
                                work.jpa().find(MemberRow.class, new MemberKey(tenant, subject)))
                        .map(MemberRow::user));
    }

    @Override
    public List<TenantEntry> tenantsOf(String subject) {
        return unit.run(work ->
                work
                        .jpa()
                        .createQuery(
                                "select t from MemberRow m join TenantRow t"
                                        + " on t.id = m.tenant"
                                        + " where m.subject = :subject"
                                        + " and t.state = :state order by t.name",
                                TenantRow.class)
                        .setParameter("subject", subject)
                        .setParameter("state", State.ACTIVE)
                        .getResultList()
                        .stream()
                        .map(TenantRow::entry)
                        .toList());
    }

    private static Optional<TenantRow> row(Work work, String name) {
        return work.jpa()
                .createQuery("select t from TenantRow t where t.name = :name", TenantRow.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }
}
