/** The cell's signals: one small table that is looked at, instead of a thousand schemas. */
@NullMarked
package org.entente.store.signal;

import org.jspecify.annotations.NullMarked;
