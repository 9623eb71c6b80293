package org.entente.store.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** That a person of the identity provider is a user of a tenant. */
@Entity
@Table(schema = Catalog.SCHEMA, name = "member")
@IdClass(MemberKey.class)
@SuppressWarnings("NullAway.Init")
class MemberRow {

    @Id
    @Column(name = "tenant_id")
    private UUID tenant;

    @Id private String subject;

    @Column(name = "user_id")
    private UUID user;

    MemberRow() {}

    MemberRow(UUID tenant, String subject, UUID user) {
        this.tenant = tenant;
        this.subject = subject;
        this.user = user;
    }

    UUID user() {
        return user;
    }
}
