/** Bodies in and out: JSON exact and strict, archives guarded, everything bounded. */
@NullMarked
package org.entente.server.body;

import org.jspecify.annotations.NullMarked;
