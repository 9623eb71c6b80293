/**
 * Tests from outside: a house that runs, met through its HTTP API alone.
 *
 * <p>The launcher starts the house and says where it is by the system properties {@code
 * entente.url}, {@code entente.keycloak}, {@code entente.db.port} and {@code entente.house};
 * without them it is the house that {@code ./entente up} starts. Open {@link
 * org.entente.server.outside.House} first.
 */
@NullMarked
package org.entente.server.outside;

import org.jspecify.annotations.NullMarked;
