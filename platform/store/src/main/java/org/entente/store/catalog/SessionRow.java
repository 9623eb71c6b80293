package org.entente.store.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.entente.engine.access.Session;

/** Somebody signed in. */
@Entity
@Table(schema = Catalog.SCHEMA, name = "session")
@SuppressWarnings("NullAway.Init")
class SessionRow {

    @Id private String digest;
    private String subject;
    private String name;

    @Column(name = "id_token")
    private String idToken;

    private boolean operator;

    @Column(name = "started_at")
    private OffsetDateTime startedAt;

    @Column(name = "used_at")
    private OffsetDateTime usedAt;

    SessionRow() {}

    SessionRow(String digest, Session session) {
        this.digest = digest;
        this.subject = session.subject();
        this.name = session.name();
        this.idToken = session.idToken();
        this.operator = session.operator();
        this.startedAt = session.startedAt().atOffset(ZoneOffset.UTC);
        this.usedAt = session.usedAt().atOffset(ZoneOffset.UTC);
    }

    Session session() {
        return new Session(
                subject, name, idToken, operator, startedAt.toInstant(), usedAt.toInstant());
    }
}
