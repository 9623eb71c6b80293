/** Records read and written by statements that are built for each tenant. */
@NullMarked
package org.entente.store.records;

import org.jspecify.annotations.NullMarked;
