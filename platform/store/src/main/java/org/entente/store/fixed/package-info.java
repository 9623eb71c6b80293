/** The fixed tables of a tenant's schema: made with it, brought up to date when it is touched. */
@NullMarked
package org.entente.store.fixed;

import org.jspecify.annotations.NullMarked;
