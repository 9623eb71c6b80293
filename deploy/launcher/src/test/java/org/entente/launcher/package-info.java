/**
 * Tests of the launcher's reckoning; the servers themselves are proved by {@code ./entente test}.
 */
@NullMarked
package org.entente.launcher;

import org.jspecify.annotations.NullMarked;
