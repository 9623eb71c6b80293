/** What this node does when something changed somewhere. */
@NullMarked
package org.entente.server.feed;

import org.jspecify.annotations.NullMarked;
