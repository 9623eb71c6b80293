package org.entente.store.tenant;

import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ModelVersions;
import org.entente.engine.model.StoredModel;
import org.entente.metadata.model.Model;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.shape.Shape;

/** The versions of a model, mapped; the transaction's search_path says whose. */
public final class JpaModelVersions implements ModelVersions {

    private final EntityManager jpa;
    private final Shape shape;

    /**
     * @param shape the tables as they are when the next model is published
     */
    public JpaModelVersions(EntityManager jpa, Shape shape) {
        this.jpa = jpa;
        this.shape = shape;
    }

    @Override
    public StoredModel head() {
        return version(number("select model_version from head"));
    }

    private long number(String sql) {
        return ((Number) jpa.createNativeQuery(sql).getSingleResult()).longValue();
    }

    private StoredModel version(long version) {
        var row = jpa.find(ModelVersionRow.class, version);
        if (row == null) {
            throw new EntenteException(Problem.of(ProblemCode.INTERNAL, "model"));
        }
        return row.model();
    }

    @Override
    public void publish(StoredModel next, Model model) {
        keep(next, shape.used(model));
        jpa.persist(new ModelVersionRow(next));
        jpa.flush();
        var moved =
                jpa.createNativeQuery(
                                "update head set model_version = ?1 where model_version = ?1 - 1")
                        .setParameter(1, next.version())
                        .executeUpdate();
        if (moved != 1) {
            throw new EntenteException(Problem.of(ProblemCode.INTERNAL, "model"));
        }
    }

    /** Notes which tables and columns are of use now, and from when on the others are not. */
    private void keep(StoredModel next, Set<String> used) {
        var names = String.join(",", new TreeSet<>(used));
        jpa.createNativeQuery(
                        "update physical set published = true, dropped_at = null"
                                + " where (not published or dropped_at is not null)"
                                + " and name = any(string_to_array(?1, ','))")
                .setParameter(1, names)
                .executeUpdate();
        jpa.createNativeQuery(
                        "update physical set dropped_at = ?2"
                                + " where published and dropped_at is null"
                                + " and (kind = 'table' or kind like 'column:%')"
                                + " and not name = any(string_to_array(?1, ','))")
                .setParameter(1, names)
                .setParameter(2, next.at().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    List<StoredModel> versions(long from, int most) {
        return jpa
                .createQuery(
                        "select v from ModelVersionRow v where v.version <= :from"
                                + " order by v.version desc",
                        ModelVersionRow.class)
                .setParameter("from", from)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(ModelVersionRow::model)
                .toList();
    }

    List<ChangeSet> changeSets(int most) {
        return jpa
                .createQuery(
                        "select c from ChangeSetRow c order by c.at desc, c.id desc",
                        ChangeSetRow.class)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(ChangeSetRow::changeSet)
                .toList();
    }

    @Override
    public void save(ChangeSet changeSet) {
        jpa.merge(new ChangeSetRow(changeSet));
        jpa.flush();
    }

    @Override
    public Optional<ChangeSet> changeSet(UUID id) {
        return Optional.ofNullable(jpa.find(ChangeSetRow.class, id)).map(ChangeSetRow::changeSet);
    }
}
