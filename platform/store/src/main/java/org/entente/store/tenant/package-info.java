/** A tenant's place in the database, its fixed tables and the versions of its model. */
@NullMarked
package org.entente.store.tenant;

import org.jspecify.annotations.NullMarked;
