/**
 * The embedded default: starts real PostgreSQL, Keycloak and Open Liberty beside each other on
 * loopback, and ends them again.
 *
 * <p>Nothing here is known to the server; it meets the platform as any other client does, over
 * HTTP.
 */
@NullMarked
package org.entente.launcher;

import org.jspecify.annotations.NullMarked;
