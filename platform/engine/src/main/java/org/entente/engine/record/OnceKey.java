package org.entente.engine.record;

import java.util.UUID;

/**
 * What a client calls a request that it may send again.
 *
 * @param user who asks; others have keys of their own
 * @param request a digest of all that was asked, so that another request under the key is noticed
 */
public record OnceKey(UUID user, String key, String request) {}
