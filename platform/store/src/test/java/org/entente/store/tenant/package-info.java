@NullMarked
package org.entente.store.tenant;

import org.jspecify.annotations.NullMarked;
