package org.entente.spi;

import java.util.UUID;

/**
 * A member of a tenant.
 *
 * @param id the user's record in the tenant
 * @param name as colleagues know them
 * @param email the address of work
 */
public record User(UUID id, String name, String email) {}
