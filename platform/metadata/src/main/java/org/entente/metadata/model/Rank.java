package org.entente.metadata.model;

/** Who wrote a definition; a later rank may override an earlier one where it says so. */
public enum Rank {
    PLATFORM,
    PACK,
    PLUGIN,
    TENANT
}
