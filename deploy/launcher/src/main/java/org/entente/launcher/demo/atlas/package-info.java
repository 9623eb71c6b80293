/** The volume of tenant {@code atlas}: the customers, suppliers and orders of a trader. */
@NullMarked
package org.entente.launcher.demo.atlas;

import org.jspecify.annotations.NullMarked;
