/** Signing in and out with a browser. */
@NullMarked
package org.entente.server.login;

import org.jspecify.annotations.NullMarked;
