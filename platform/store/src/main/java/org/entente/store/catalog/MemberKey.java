package org.entente.store.catalog;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What identifies a member; JPA fills it in, so it cannot be a record. */
class MemberKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Nullable UUID tenant;
    @Nullable String subject;

    MemberKey() {}

    MemberKey(UUID tenant, String subject) {
        this.tenant = tenant;
        this.subject = subject;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemberKey key
                && Objects.equals(tenant, key.tenant)
                && Objects.equals(subject, key.subject);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, subject);
    }
}
