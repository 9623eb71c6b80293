/** Proof of what expressions mean in memory. */
@NullMarked
package org.entente.engine.expression;

import org.jspecify.annotations.NullMarked;
