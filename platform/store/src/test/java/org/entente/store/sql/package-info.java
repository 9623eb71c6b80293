/** Proof that SQL and memory answer alike. */
@NullMarked
package org.entente.store.sql;

import org.jspecify.annotations.NullMarked;
