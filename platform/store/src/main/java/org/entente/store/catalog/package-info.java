/** The catalog: which tenants there are, who is a member where, who is signed in. */
@NullMarked
package org.entente.store.catalog;

import org.jspecify.annotations.NullMarked;
