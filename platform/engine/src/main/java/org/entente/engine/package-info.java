/** The use cases of Entente, and the ports that they need. */
@NullMarked
package org.entente.engine;

import org.jspecify.annotations.NullMarked;
