package org.entente.engine.access;

import java.time.Instant;

/**
 * Somebody signed in with a browser.
 *
 * @param subject the identity provider's stable name of the person
 * @param idToken what the provider wants to see at sign-out
 * @param operator whether the person runs the platform
 */
public record Session(
        String subject,
        String name,
        String idToken,
        boolean operator,
        Instant startedAt,
        Instant usedAt) {}
