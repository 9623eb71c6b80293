/** The web application: the one place where everything is wired. */
@NullMarked
package org.entente.server;

import org.jspecify.annotations.NullMarked;
