package org.entente.metadata.value;

import java.util.UUID;

/** What a caller wrote for a reference; whether there is such a record is not yet known. */
public sealed interface ReferenceInput {

    /** The name of the entity in which the record is looked for. */
    String entity();

    /** A record by its id. */
    record ById(String entity, UUID id) implements ReferenceInput {}

    /**
     * A record by one of its unique fields.
     *
     * @param value as it came over the wire
     */
    record ByField(String entity, String field, Object value) implements ReferenceInput {}
}
