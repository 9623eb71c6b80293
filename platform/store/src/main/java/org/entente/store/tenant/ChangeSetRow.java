package org.entente.store.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ChangeSet.Kind;
import org.jspecify.annotations.Nullable;

/** A planned edit of a tenant's model. */
@Entity
@Table(name = "change_set")
@SuppressWarnings("NullAway.Init")
class ChangeSetRow {

    @Id private UUID id;
    private String title;

    @Column(name = "base_version")
    private long baseVersion;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String content;

    @Column(name = "by_user")
    private UUID by;

    private OffsetDateTime at;

    @Column(name = "applied_as")
    private @Nullable Long appliedAs;

    ChangeSetRow() {}

    ChangeSetRow(ChangeSet changeSet) {
        this.id = changeSet.id();
        this.title = changeSet.title();
        this.baseVersion = changeSet.baseVersion();
        this.kind = changeSet.kind();
        this.content = changeSet.content();
        this.by = changeSet.by();
        this.at = changeSet.at().atOffset(ZoneOffset.UTC);
        this.appliedAs = changeSet.appliedAs().orElse(null);
    }

    ChangeSet changeSet() {
        return new ChangeSet(
                id,
                title,
                baseVersion,
                kind,
                content,
                by,
                at.toInstant(),
                Optional.ofNullable(appliedAs));
    }
}
