/** Reads what a client sent into what a use case takes, with every problem at its place. */
@NullMarked
package org.entente.engine.request;

import org.jspecify.annotations.NullMarked;
