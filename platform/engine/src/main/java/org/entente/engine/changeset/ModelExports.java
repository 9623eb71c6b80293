package org.entente.engine.changeset;

import java.util.List;
import java.util.UUID;
import org.entente.engine.access.Rights;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Models;
import org.entente.metadata.definition.LayerWriter;
import org.entente.metadata.definition.SourceFile;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;

/** Use case: a tenant's own definitions as the files of a folder, the same bytes every time. */
public final class ModelExports {

    private final Models models;
    private final ModelStore store;
    private final ChangeSets changeSets;

    public ModelExports(Models models, ModelStore store, ChangeSets changeSets) {
        this.models = models;
        this.store = store;
        this.changeSets = changeSets;
    }

    /** The definitions as they are published, every key written out. */
    public Outcome<List<SourceFile>> head(Caller caller) {
        return Rights.of(caller, models.of(caller.tenant()))
                .onTenant(Operation.MODEL)
                .map(rights -> {
                    models.refresh(caller.tenant(), store.head(caller.tenant()).version());
                    return LayerWriter.files(models.shaped(caller.tenant()).own());
                });
    }

    /**
     * The definitions as a change set would leave them. Keys that publishing would make are not
     * written yet. Problems: those of reading the change set.
     */
    public Outcome<List<SourceFile>> after(Caller caller, UUID changeSet) {
        return changeSets.draft(caller, changeSet).map(LayerWriter::files);
    }
}
