package org.entente.metadata.model;

import java.util.List;
import java.util.Set;

/** A named list of grants. */
public record Role(String name, String key, Rank rank, Text label, List<Grant> grants) {
    public Role {
        grants = List.copyOf(grants);
    }

    /**
     * Operations allowed on something.
     *
     * @param on what the operations are allowed on
     */
    public record Grant(Scope on, Set<Operation> can) {
        public Grant {
            can = Set.copyOf(can);
        }
    }

    /** What a grant is about. */
    public sealed interface Scope {
        /** Records of one entity. */
        record OfEntity(String entity) implements Scope {}

        /** Records of every entity that carries a trait. */
        record OfTrait(String trait) implements Scope {}

        /** Records of every entity, those to come included. */
        record EveryEntity() implements Scope {}

        /** The tenant itself. */
        record OfTenant() implements Scope {}
    }

    /** What may be done. The last two concern the tenant itself. */
    public enum Operation {
        READ,
        CREATE,
        UPDATE,
        DELETE,
        MODEL,
        USERS
    }
}
