/** A tenant's compiled model: what its definitions mean once read, merged and checked. */
@NullMarked
package org.entente.metadata.model;

import org.jspecify.annotations.NullMarked;
