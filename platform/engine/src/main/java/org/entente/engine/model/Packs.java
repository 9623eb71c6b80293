package org.entente.engine.model;

import java.util.Optional;

/** The packs of this installation, in every version that a tenant may still stand on. */
public interface Packs {

    /** The version that tenants should come to. */
    Optional<Pack> newest(String name);

    /** The version with this content, if it was ever here. */
    Optional<Pack> kept(String name, String digest);
}
