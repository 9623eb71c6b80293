package org.entente.engine.record;

import java.util.Optional;
import java.util.UUID;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;

/**
 * Values of a field on their way to another type.
 *
 * @param entity as it is
 * @param before the field as it is
 * @param after the field as the next model has it
 * @param forth what a value becomes; refused when it becomes none
 * @param back the same the other way
 */
public record Conversion(
        Entity entity, Field before, Field after, Model next, Reading forth, Reading back) {

    /** What a value becomes. */
    public interface Reading {
        Outcome<Optional<Object>> read(Object value);
    }

    /** A value that became none, and whose it is. */
    public record Unfit(UUID record, String value) {}
}
