package org.entente.engine.query;

import java.util.Optional;
import org.entente.spi.Reference;

/**
 * A reference with the name of what it points at.
 *
 * @param label empty when the caller may not read the target, or it is deleted
 */
public record Labelled(Reference reference, Optional<String> label) {}
