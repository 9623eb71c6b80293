/** Whether this node has started, lives, and can work. */
@NullMarked
package org.entente.server.health;

import org.jspecify.annotations.NullMarked;
