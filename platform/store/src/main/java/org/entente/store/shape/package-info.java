/** The tables of a tenant's records: what they are called, and how they come and grow. */
@NullMarked
package org.entente.store.shape;

import org.jspecify.annotations.NullMarked;
