package org.entente.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.metadata.model.FieldType;

/**
 * One kind.
 *
 * @param given as it is written, and {@code kept} as it is answered
 * @param cell the same in a file
 * @param bad what must be refused, at {@code below} within the value
 * @param filter finds the given value and not the other
 */
record KindRow(
        Class<? extends FieldType> kind,
        String definition,
        Object given,
        Object kept,
        Object other,
        String cell,
        Object bad,
        String below,
        String filter) {

    boolean isOrdered() {
        return !Set.of("address", "geo", "json", "multi_choice").contains(word());
    }

    /** Money is grouped by its parts. */
    boolean isGrouped() {
        return isOrdered() && !word().equals("money");
    }

    String word() {
        return definition.replaceAll("[^a-z_].*", "");
    }

    private static KindRow plain(
            Class<? extends FieldType> kind,
            String definition,
            Object given,
            Object other,
            Object bad) {
        var literal = given instanceof String text ? '"' + text + '"' : String.valueOf(given);
        return new KindRow(
                kind,
                definition,
                given,
                given,
                other,
                String.valueOf(given),
                bad,
                "",
                "x == " + literal);
    }

    private static final String OPTIONS = ", options: {a: {label: First}, b: {}}";
    private static final Map<String, Object> EUROS = Map.of("amount", "12.50", "currency", "EUR");
    private static final Map<String, Object> LYON = Map.of("city", "Lyon");
    private static final Map<String, Object> PARIS =
            Map.of("lat", new BigDecimal("48.85"), "lon", new BigDecimal("2.35"));

    static final List<KindRow> ALL =
            List.of(
                    plain(FieldType.TextType.class, "text, max: 5", "Été", "b", "longer"),
                    plain(FieldType.LongTextType.class, "long_text", "Été", "b", 3),
                    new KindRow(
                            FieldType.IntegerType.class,
                            "integer",
                            7,
                            BigInteger.valueOf(7),
                            8,
                            "7",
                            "7",
                            "",
                            "x == 7"),
                    new KindRow(
                            FieldType.DecimalType.class,
                            "decimal",
                            "1.50",
                            "1.5",
                            "2",
                            "1.5",
                            "x",
                            "",
                            "x == 1.5"),
                    new KindRow(
                            FieldType.MoneyType.class,
                            "money, currency: EUR",
                            Map.of("amount", "12.5"),
                            EUROS,
                            Map.of("amount", "3"),
                            "12.50",
                            Map.of("amount", "x"),
                            "/amount",
                            "x.amount == 12.5"),
                    new KindRow(
                            FieldType.PercentType.class,
                            "percent",
                            "0.125",
                            "0.125",
                            "0.5",
                            "12.5%",
                            "x",
                            "",
                            "x == 0.125"),
                    plain(FieldType.BooleanType.class, "boolean", true, false, "yes"),
                    plain(FieldType.DateType.class, "date", "2026-05-01", "2026-06-01", "soon"),
                    plain(
                            FieldType.DateTimeType.class,
                            "date_time",
                            "2026-05-01T08:00:00Z",
                            "2026-06-01T08:00:00Z",
                            "2026-05-01"),
                    new KindRow(
                            FieldType.DurationType.class,
                            "duration",
                            "PT36H",
                            "P1DT12H",
                            "PT1H",
                            "P1DT12H",
                            "P1Y",
                            "",
                            "x == duration(\"PT36H\")"),
                    new KindRow(
                            FieldType.ChoiceType.class,
                            "choice" + OPTIONS,
                            "a",
                            "a",
                            "b",
                            "First",
                            "c",
                            "",
                            "x == \"a\""),
                    new KindRow(
                            FieldType.MultiChoiceType.class,
                            "multi_choice" + OPTIONS,
                            List.of("b", "a"),
                            List.of("a", "b"),
                            List.of("b"),
                            "b; First",
                            List.of("a", "c"),
                            "/1",
                            "\"a\" in x"),
                    plain(FieldType.EmailType.class, "email", "a@b.fr", "c@d.fr", "a@"),
                    plain(FieldType.PhoneType.class, "phone", "+33142685300", "+33142685301", "1"),
                    plain(FieldType.UrlType.class, "url", "https://a.fr", "https://b.fr", "a.fr"),
                    new KindRow(
                            FieldType.AddressType.class,
                            "address",
                            LYON,
                            LYON,
                            Map.of("city", "Nice"),
                            "",
                            Map.of("country", "XX"),
                            "/country",
                            "x.city == \"Lyon\""),
                    new KindRow(
                            FieldType.JsonType.class,
                            "json",
                            Map.of("a", List.of(true)),
                            Map.of("a", List.of(true)),
                            List.of(),
                            "{\"a\": [true]}",
                            "half \uD800",
                            "",
                            "x != null && title == \"one\""),
                    new KindRow(
                            FieldType.GeoType.class,
                            "geo",
                            PARIS,
                            PARIS,
                            Map.of("lat", 1, "lon", 2),
                            "48.85, 2.35",
                            Map.of("lat", 91, "lon", 0),
                            "/lat",
                            "x.lat > 48.0"));
}
