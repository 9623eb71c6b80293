/** The model of a tenant as it lives: cached, changed by change sets, published. */
@NullMarked
package org.entente.engine.model;

import org.jspecify.annotations.NullMarked;
