/** Values on their way between the wire and memory. */
@NullMarked
package org.entente.metadata.value;

import org.jspecify.annotations.NullMarked;
