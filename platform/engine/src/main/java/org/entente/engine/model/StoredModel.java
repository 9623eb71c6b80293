package org.entente.engine.model;

import java.time.Instant;
import java.util.UUID;

/**
 * One published version of a tenant's model.
 *
 * @param layer the tenant's own definitions, as {@link org.entente.metadata.definition.LayerCodec}
 *     writes them
 * @param title what the change was for
 */
public record StoredModel(long version, String layer, String title, UUID by, Instant at) {}
