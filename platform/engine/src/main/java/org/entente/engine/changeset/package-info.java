/** Changes of the model: written down, planned, applied. */
@NullMarked
package org.entente.engine.changeset;

import org.jspecify.annotations.NullMarked;
