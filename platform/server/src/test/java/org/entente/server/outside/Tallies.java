package org.entente.server.outside;

/** An entity that is quick to write. */
final class Tallies {

    static final String ENTITY = "tally";

    private static final String DEFINITION =
            """
            {
              "label": {"fr": "Compte", "en": "Tally"},
              "plural": {"fr": "Comptes", "en": "Tallies"},
              "fields": {
                "n": {"type": "integer"},
                "code": {"type": "text", "max": 60}
              }
            }
            """;

    private Tallies() {}

    static void define(FreshTenant tenant) {
        new Edits().put("entities/" + ENTITY, DEFINITION).apply(tenant.admin());
    }
}
