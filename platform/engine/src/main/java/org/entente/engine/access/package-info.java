/** Who asks: members, sessions, and what their roles allow. */
@NullMarked
package org.entente.engine.access;

import org.jspecify.annotations.NullMarked;
