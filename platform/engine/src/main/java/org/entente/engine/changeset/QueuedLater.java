package org.entente.engine.changeset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.entente.engine.job.Chores;
import org.entente.engine.job.Chores.Running;
import org.entente.engine.model.ChangeSet;
import org.entente.spi.Caller;
import org.entente.spi.Tenant;

/** The same by the one queue of jobs. */
public final class QueuedLater implements Later {

    private final Chores chores;

    public QueuedLater(Chores chores) {
        this.chores = chores;
    }

    @Override
    public void contract(Tenant tenant) {
        chores.soon(tenant, Contraction.KIND);
    }

    @Override
    public UUID apply(Caller caller, ChangeSet changeSet, Amount amount) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("kind", Application.KIND);
        asked.put(Application.CHANGE_SET, changeSet.id().toString());
        asked.put("title", changeSet.title());
        asked.put("paths", amount.paths());
        return chores.begin(caller, asked, amount.total());
    }

    @Override
    public List<Applying> applying(Tenant tenant) {
        return chores.running(tenant, Application.KIND).stream()
                .map(QueuedLater::applying)
                .toList();
    }

    private static Applying applying(Running running) {
        var paths =
                running.asked().get("paths") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.<String>of();
        var changeSet = String.valueOf(running.asked().get(Application.CHANGE_SET));
        return new Applying(
                running.job(),
                UUID.fromString(changeSet),
                new Amount(paths, running.total()),
                running.done());
    }
}
