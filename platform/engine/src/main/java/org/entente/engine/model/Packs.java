package org.entente.engine.model;

import java.util.Optional;
import org.entente.metadata.definition.Layer;

/** Port: the packs that this installation has. */
public interface Packs {
    Optional<Layer> named(String name);
}
