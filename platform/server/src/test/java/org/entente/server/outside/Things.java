package org.entente.server.outside;

import java.util.LinkedHashMap;
import java.util.Map;

/** An entity with a field of every type, and values for it. */
final class Things {

    static final String ENTITY = "thing";

    private static final String DEFINITION =
            """
            {
              "label": {"fr": "Chose", "en": "Thing"},
              "plural": {"fr": "Choses", "en": "Things"},
              "name": "title",
              "fields": {
                "code":    {"type": "text", "max": 20, "required": true, "unique": true, "filterable": true},
                "title":   {"type": "text", "max": 100, "searchable": true},
                "story":   {"type": "long_text", "format": "plain"},
                "pieces":  {"type": "integer", "filterable": true},
                "rate":    {"type": "decimal", "precision": 12, "scale": 4},
                "price":   {"type": "money"},
                "deposit": {"type": "money", "currency": "EUR"},
                "share":   {"type": "percent"},
                "done":    {"type": "boolean", "default": "false"},
                "due":     {"type": "date", "filterable": true},
                "seen_at": {"type": "date_time"},
                "stage":   {"type": "choice", "filterable": true, "default": "open",
                            "options": {"open": {"label": {"fr": "Ouvert", "en": "Open"}},
                                        "won":  {"label": {"fr": "Gagné", "en": "Won"}},
                                        "lost": {"label": {"fr": "Perdu", "en": "Lost"}}}},
                "email":   {"type": "email"},
                "phone":   {"type": "phone"},
                "site":    {"type": "url"},
                "place":   {"type": "address"},
                "parent":  {"type": "reference", "to": "thing", "related": "children", "on_delete": "restrict"},
                "company": {"type": "reference", "to": "organization", "related": "things", "on_delete": "clear"},
                "party":   {"type": "reference", "to_trait": "party", "related": "party_things", "on_delete": "clear"},
                "scan":    {"type": "file", "max_size": 1000, "accept": ["text/plain", "application/pdf"]},
                "photo":   {"type": "image"},
                "pin":     {"type": "text", "sensitivity": "secret"}
              }
            }
            """;

    private Things() {}

    /** The change set that brings the entity; it stands on the pack {@code xrm}. */
    static Edits edits() {
        return new Edits().put("entities/thing", DEFINITION);
    }

    /** Values that fit, beside references. */
    static Map<String, Object> values(String code) {
        var values = new LinkedHashMap<String, Object>();
        values.put("code", code);
        values.put("title", "Thing " + code);
        values.put("story", "First line\nSecond line");
        values.put("pieces", 12);
        values.put("rate", "3.1416");
        values.put("price", Map.of("amount", "19.90", "currency", "USD"));
        values.put("deposit", Map.of("amount", "5", "currency", "EUR"));
        values.put("share", "0.125");
        values.put("done", true);
        values.put("due", "2026-05-01");
        values.put("seen_at", "2026-05-01T12:30:00.123456Z");
        values.put("stage", "won");
        values.put("email", "ada.lovelace@example.org");
        values.put("phone", "01 42 68 53 00");
        values.put("site", "https://example.org/a?b=c");
        values.put("place", place());
        values.put("pin", "hush-hush");
        return values;
    }

    static Map<String, Object> place() {
        return Map.of(
                "street", "1 rue de la Paix",
                "postal_code", "75002",
                "city", "Paris",
                "country", "France");
    }
}
