/** Proof that the fixtures themselves hold. */
@NullMarked
package org.entente.testkit;

import org.jspecify.annotations.NullMarked;
