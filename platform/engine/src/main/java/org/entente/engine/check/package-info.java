/** Expectations of a model, tried on records that nobody keeps. */
@org.jspecify.annotations.NullMarked
package org.entente.engine.check;
