/**
 * Definitions as people write them: read from YAML or JSON, merged by rank, checked and compiled.
 *
 * <p>A {@link org.entente.metadata.definition.Layer} holds what one source says; {@link
 * org.entente.metadata.definition.ModelCompiler} makes a model of several layers.
 */
@NullMarked
package org.entente.metadata.definition;

import org.jspecify.annotations.NullMarked;
