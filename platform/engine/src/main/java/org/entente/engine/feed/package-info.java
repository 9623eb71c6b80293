/** What happens after a change: who is woken, and how far each consumer of the feed has come. */
@NullMarked
package org.entente.engine.feed;

import org.jspecify.annotations.NullMarked;
