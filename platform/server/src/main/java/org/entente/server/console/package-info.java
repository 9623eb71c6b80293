/** The console's files and the few pages of the server's own. */
@NullMarked
package org.entente.server.console;

import org.jspecify.annotations.NullMarked;
