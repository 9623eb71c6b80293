package org.entente.engine.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.check.ScratchRecords;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.StoredModel;
import org.entente.engine.record.Change;

/** One tenant's data in memory. */
final class MemoryTenant {

    final ScratchRecords records;
    final List<StoredModel> versions = new ArrayList<>();
    final Map<UUID, ChangeSet> changeSets = new HashMap<>();
    final List<Change> changes = new ArrayList<>();

    /** What caused the change at the same place, where it was said. */
    final List<Optional<UUID>> causes = new ArrayList<>();

    final Map<String, String> kept = new HashMap<>();
    final Map<UUID, String> marks = new HashMap<>();
    int expansions;

    MemoryTenant() {
        this(new ScratchRecords());
    }

    private MemoryTenant(ScratchRecords records) {
        this.records = records;
    }

    MemoryTenant copy() {
        var copy = new MemoryTenant(records.copy());
        copy.versions.addAll(versions);
        copy.changeSets.putAll(changeSets);
        copy.changes.addAll(changes);
        copy.causes.addAll(causes);
        copy.kept.putAll(kept);
        copy.marks.putAll(marks);
        copy.expansions = expansions;
        return copy;
    }

    StoredModel head() {
        return versions.getLast();
    }
}
