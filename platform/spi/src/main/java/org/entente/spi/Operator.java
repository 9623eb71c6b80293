package org.entente.spi;

import java.time.Instant;

/**
 * Whoever runs the platform itself; a member of no tenant.
 *
 * @param subject the identity provider's stable name of the person
 * @param at the instant of the request
 */
public record Operator(String subject, Instant at) {}
