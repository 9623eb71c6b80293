package org.entente.spi;

import java.util.UUID;

/**
 * Points at a record.
 *
 * @param id the record
 * @param entity the name of its entity
 */
public record Reference(UUID id, String entity) {}
