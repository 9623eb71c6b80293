/** Refusals on the wire: one place maps a problem to a status, a text and a body (RFC 9457). */
@NullMarked
package org.entente.server.problem;

import org.jspecify.annotations.NullMarked;
