package org.entente.store.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.engine.tenancy.TenantEntry.NewTenant;
import org.entente.engine.tenancy.TenantEntry.State;
import org.entente.spi.Tenant;

/** A tenant in the catalog. */
@Entity
@Table(schema = Catalog.SCHEMA, name = "tenant")
@SuppressWarnings("NullAway.Init")
class TenantRow {

    @Id private UUID id;
    private long number;
    private String name;
    private String title;

    @Enumerated(EnumType.STRING)
    private State state;

    private String request;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    TenantRow() {}

    TenantRow(Tenant tenant, NewTenant request, Instant at) {
        this.id = tenant.id();
        this.number = tenant.number();
        this.name = tenant.name();
        this.title = request.title();
        this.state = State.CREATING;
        this.request = NewTenantJson.write(request);
        this.createdAt = at.atOffset(ZoneOffset.UTC);
    }

    TenantEntry entry() {
        return new TenantEntry(
                new Tenant(id, number, name),
                title,
                state,
                NewTenantJson.read(request),
                createdAt.toInstant());
    }

    void activate() {
        state = State.ACTIVE;
    }
}
