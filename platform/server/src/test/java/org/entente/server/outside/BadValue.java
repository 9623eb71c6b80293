package org.entente.server.outside;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A value that a field of {@link Things} must refuse.
 *
 * @param code why
 * @param below where within the value, as the end of a JSON pointer
 */
record BadValue(String field, Object value, String code, String below) {

    private static BadValue of(String field, Object value, String code) {
        return new BadValue(field, value, code, "");
    }

    static List<BadValue> all() {
        return Stream.of(texts(), numbers(), money(), moments(), references(), fields())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BadValue> texts() {
        return List.of(
                of("title", 12, "wrong_type"),
                of("title", "a\u0000b", "invalid_value"),
                of("title", "x".repeat(101), "too_long"),
                of("stage", "maybe", "unknown_option"),
                of("email", "nobody", "invalid_value"),
                of("phone", "call me", "invalid_value"),
                of("site", "javascript:alert(1)", "invalid_value"),
                of("place", "Paris", "wrong_type"),
                new BadValue("place", Map.of("country", "Atlantis"), "invalid_value", "/country"));
    }

    private static List<BadValue> numbers() {
        return List.of(
                of("pieces", "12", "wrong_type"),
                of("pieces", 1.5, "wrong_type"),
                of("pieces", 9_007_199_254_740_992L, "out_of_range"),
                of("rate", "1.23456", "out_of_range"),
                of("rate", "123456789.1", "out_of_range"),
                of("rate", "1e3", "invalid_value"),
                of("rate", true, "wrong_type"),
                of("share", "NaN", "invalid_value"),
                of("done", "yes", "wrong_type"));
    }

    private static List<BadValue> money() {
        return List.of(
                of("price", "12 EUR", "wrong_type"),
                price(Map.of("amount", "1"), "required", "/currency"),
                price(Map.of("amount", "1", "currency", "XYZ"), "invalid_value", "/currency"),
                price(Map.of("amount", "x", "currency", "EUR"), "invalid_value", "/amount"),
                price(Map.of("amount", "1", "currency", "EUR", "tax", 2), "unknown_field", "/tax"),
                new BadValue(
                        "deposit",
                        Map.of("amount", "1", "currency", "USD"),
                        "currency_not_allowed",
                        "/currency"));
    }

    private static BadValue price(Object value, String code, String below) {
        return new BadValue("price", value, code, below);
    }

    private static List<BadValue> moments() {
        return List.of(
                of("due", "2026-02-30", "invalid_value"),
                of("due", "01/05/2026", "invalid_value"),
                of("seen_at", "2026-05-01T12:00:00", "invalid_value"));
    }

    private static List<BadValue> references() {
        var nobody = UUID.randomUUID().toString();
        return List.of(
                of("parent", "not-an-id", "invalid_value"),
                of("parent", nobody, "reference_not_found"),
                of("parent", Map.of("by", Map.of("code", "NONE")), "reference_not_found"),
                of("parent", Map.of("by", Map.of("title", "Good")), "reference_not_found"),
                new BadValue("party", nobody, "required", "/entity"),
                of("party", Map.of("entity", "thing", "id", nobody), "reference_not_found"));
    }

    private static List<BadValue> fields() {
        return List.of(
                of("colour", "red", "unknown_field"),
                of("created_at", "2026-05-01T12:00:00Z", "read_only"),
                of("updated_by", "anybody", "read_only"));
    }

    @Override
    public String toString() {
        var text = String.valueOf(value).replace("\u0000", "NUL");
        return field + " = " + text.substring(0, Math.min(40, text.length()));
    }
}
