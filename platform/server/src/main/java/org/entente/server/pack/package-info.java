/** The packs that this installation ships. */
@NullMarked
package org.entente.server.pack;

import org.jspecify.annotations.NullMarked;
