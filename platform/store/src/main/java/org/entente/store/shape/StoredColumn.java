package org.entente.store.shape;

import java.util.List;
import org.entente.metadata.model.Field;

/**
 * Where a field of one entity is kept.
 *
 * @param name the generated name, of which each piece's name is made; a system field has a fixed
 *     one
 */
public record StoredColumn(String name, Field field, Storage storage) {

    /** The names of its columns, in the order of the storage's pieces. */
    public List<String> names() {
        return storage.pieces().stream().map(piece -> name + piece.suffix()).toList();
    }
}
