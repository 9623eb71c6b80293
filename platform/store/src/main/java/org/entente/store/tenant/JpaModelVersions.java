package org.entente.store.tenant;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ModelVersions;
import org.entente.engine.model.StoredModel;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** The versions of a model, mapped; the transaction's search_path says whose. */
public final class JpaModelVersions implements ModelVersions {

    private final EntityManager jpa;

    public JpaModelVersions(EntityManager jpa) {
        this.jpa = jpa;
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
    public void publish(StoredModel next) {
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
