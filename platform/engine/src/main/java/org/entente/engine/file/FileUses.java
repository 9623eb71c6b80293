package org.entente.engine.file;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.entente.spi.Tenant;

/** Port: which contents somebody still speaks of. */
public interface FileUses {

    /**
     * Those of these contents that a record has, be it in the recycle bin or in a field that was
     * dropped and may come back, or that a change since a moment tells of.
     */
    Set<UUID> used(Tenant tenant, Collection<UUID> contents, Instant since);
}
