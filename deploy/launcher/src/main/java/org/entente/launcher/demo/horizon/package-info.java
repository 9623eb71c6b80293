/**
 * The volume of tenant {@code horizon}: the members of a mutual insurer, their contracts and
 * claims.
 */
@NullMarked
package org.entente.launcher.demo.horizon;

import org.jspecify.annotations.NullMarked;
