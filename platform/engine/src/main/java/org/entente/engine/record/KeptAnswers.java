package org.entente.engine.record;

import java.util.Optional;
import java.util.UUID;
import org.entente.spi.Tenant;

/** Port: answers that were kept together with what was written, for those who ask again. */
public interface KeptAnswers {

    /** The answer under a user's key; empty a day after it was given. */
    Optional<Kept> find(Tenant tenant, UUID user, String key);

    /**
     * What was answered.
     *
     * @param request the digest of what was asked
     */
    record Kept(String request, String answer) {}
}
