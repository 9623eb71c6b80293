/** Proof of the expression language's reading and checking. */
@NullMarked
package org.entente.metadata.expression;

import org.jspecify.annotations.NullMarked;
