package org.entente.store.catalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.engine.access.Session;
import org.entente.engine.access.SessionStore;
import org.entente.store.UnitOfWork;
import org.entente.store.UnitOfWork.Work;

/** Sessions in the catalog, so that every node knows them. */
public final class JpaSessionStore implements SessionStore {

    private final UnitOfWork unit;

    public JpaSessionStore(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public void begin(String digest, Session session) {
        unit.run(work -> {
            work.jpa().persist(new SessionRow(digest, session));
            return true;
        });
    }

    @Override
    public Optional<Session> find(String digest, Instant usedAfter, Instant startedAfter) {
        return unit.run(work ->
                work.jpa()
                        .createQuery(
                                "select s from SessionRow s where s.digest = :digest"
                                        + " and s.usedAt > :used"
                                        + " and s.startedAt > :started",
                                SessionRow.class)
                        .setParameter("digest", digest)
                        .setParameter("used", usedAfter.atOffset(ZoneOffset.UTC))
                        .setParameter("started", startedAfter.atOffset(ZoneOffset.UTC))
                        .getResultStream()
                        .findFirst()
                        .map(SessionRow::session));
    }

    @Override
    public void touch(String digest, Instant at) {
        unit.run(work ->
                update(
                        work,
                        "update SessionRow s set s.usedAt = :at where s.digest = :digest"
                                + " and s.usedAt < :at",
                        digest,
                        at));
    }

    @Override
    public void end(String digest) {
        unit.run(work ->
                work.jpa()
                        .createQuery("delete from SessionRow s where s.digest = :digest")
                        .setParameter("digest", digest)
                        .executeUpdate());
    }

    private static int update(Work work, String jpql, String digest, Instant at) {
        return work.jpa()
                .createQuery(jpql)
                .setParameter("digest", digest)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
