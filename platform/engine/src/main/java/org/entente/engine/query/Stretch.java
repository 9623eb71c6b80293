package org.entente.engine.query;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next the cursor of the next part; empty at the end
 */
public record Stretch<T>(List<T> data, Optional<String> next) {
    public Stretch {
        data = List.copyOf(data);
    }
}
