/** Expressions as SQL, and what they need in the database. */
@NullMarked
package org.entente.store.sql;

import org.jspecify.annotations.NullMarked;
