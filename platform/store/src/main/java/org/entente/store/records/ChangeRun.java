package org.entente.store.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.entente.engine.record.Change;
import org.entente.engine.record.Change.Operation;

/** Changes next to each other that one statement can write. */
final class ChangeRun {

    private final List<Change> changes = new ArrayList<>();
    private final HashSet<UUID> records = new HashSet<>();

    private ChangeRun() {}

    /** Splits a list; the runs keep its order. */
    static List<List<Change>> split(List<Change> changes) {
        var runs = new ArrayList<List<Change>>();
        var run = new ChangeRun();
        for (var change : changes) {
            if (!run.takes(change)) {
                runs.add(run.changes);
                run = new ChangeRun();
            }
            run.changes.add(change);
            run.records.add(change.id());
        }
        if (!run.changes.isEmpty()) {
            runs.add(run.changes);
        }
        return runs;
    }

    private boolean takes(Change change) {
        if (changes.isEmpty()) {
            return true;
        }
        var first = changes.getFirst();
        return first.entity().equals(change.entity())
                && first.operation() == change.operation()
                && !records.contains(change.id())
                && (change.operation() == Operation.CREATE
                        || change.operation() == Operation.DELETE
                        || first.after().keySet().equals(change.after().keySet()));
    }
}
