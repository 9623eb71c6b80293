package org.entente.store.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.entente.engine.model.StoredModel;

/** A published version of a tenant's model. */
@Entity
@Table(name = "model_version")
@SuppressWarnings("NullAway.Init")
class ModelVersionRow {

    @Id private long version;
    private String layer;
    private String title;

    @Column(name = "by_user")
    private UUID by;

    private OffsetDateTime at;
    private String packs;

    ModelVersionRow() {}

    ModelVersionRow(StoredModel model) {
        this.version = model.version();
        this.layer = model.layer();
        this.title = model.title();
        this.by = model.by();
        this.at = model.at().atOffset(ZoneOffset.UTC);
        this.packs = PinsJson.write(model.packs());
    }

    StoredModel model() {
        return new StoredModel(version, layer, title, by, at.toInstant(), PinsJson.read(packs));
    }
}
