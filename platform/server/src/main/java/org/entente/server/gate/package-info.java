/** The default-deny filter: what is asked for, who asks, and whether it may pass. */
@NullMarked
package org.entente.server.gate;

import org.jspecify.annotations.NullMarked;
