package org.entente.engine.query;

import java.util.UUID;
import org.entente.metadata.model.Entity;

/** A change of some record, as the feed tells it; record and version name it for good. */
public record FeedChange(Entity entity, UUID record, ToldChange told) {}
