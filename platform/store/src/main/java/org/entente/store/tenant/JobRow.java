package org.entente.store.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.entente.engine.job.Job;
import org.entente.engine.job.Job.State;

/** A job of a tenant. */
@Entity
@Table(name = "job")
@SuppressWarnings("NullAway.Init")
class JobRow {

    @Id private UUID id;

    @Enumerated(EnumType.STRING)
    private State state;

    private String definition;
    private String progress;

    @Column(name = "by_user")
    private UUID by;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "touched_at")
    private OffsetDateTime touchedAt;

    JobRow() {}

    JobRow(Job job) {
        this.id = job.id();
        this.state = job.state();
        this.definition = job.definition();
        this.progress = job.progress();
        this.by = job.by();
        this.createdAt = job.createdAt().atOffset(ZoneOffset.UTC);
        this.touchedAt = job.touchedAt().atOffset(ZoneOffset.UTC);
    }

    Job job() {
        return new Job(
                id, state, definition, progress, by, createdAt.toInstant(), touchedAt.toInstant());
    }
}
