package org.entente.metadata.model;

import java.util.Optional;

/**
 * What must be true of every record of an entity.
 *
 * @param name the code of the problem when it is broken
 * @param key stable for ever, survives renaming
 * @param check a condition over the record and what it was before; broken only when it is false
 * @param at the field beside which the message belongs
 */
public record Rule(
        String name, String key, Rank rank, String check, Optional<String> at, Text message) {}
