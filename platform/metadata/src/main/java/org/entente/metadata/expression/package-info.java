/** The one expression language: parsed from CEL, bound to a model, typed. */
@NullMarked
package org.entente.metadata.expression;

import org.jspecify.annotations.NullMarked;
