/** The engine's ports in memory. */
@NullMarked
package org.entente.engine.fake;

import org.jspecify.annotations.NullMarked;
