/** What differs between installations, read from the environment. */
@NullMarked
package org.entente.server.installation;

import org.jspecify.annotations.NullMarked;
