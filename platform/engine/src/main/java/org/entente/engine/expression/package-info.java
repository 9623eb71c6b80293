/** Expressions evaluated in memory, with the same answers as in SQL. */
@NullMarked
package org.entente.engine.expression;

import org.jspecify.annotations.NullMarked;
