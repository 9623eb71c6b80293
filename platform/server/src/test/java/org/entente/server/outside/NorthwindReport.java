package org.entente.server.outside;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** What the API answers about the Northwind records. */
final class NorthwindReport {

    private final Visitor admin;

    NorthwindReport(Visitor admin) {
        this.admin = admin;
    }

    /** The figures and the times of a run, for a person to read. */
    static String of(NorthwindProgram.Loaded loaded) {
        var report = new NorthwindReport(loaded.tenant().admin());
        var lines = new StringJoiner(System.lineSeparator());
        lines.add("Northwind in tenant " + loaded.tenant().name());
        loaded.times()
                .forEach((step, time) ->
                        lines.add("  %-18s %6d ms".formatted(step, time.toMillis())));
        loaded.refused()
                .forEach((field, count) ->
                        lines.add("  not taken as " + field + ", kept as given: " + count));
        var sales = report.sales();
        lines.add("  gross              " + sales.path("gross").asString());
        lines.add("  net of discount    " + sales.path("net").asString());
        lines.add("  freight            " + report.freight());
        lines.add("  not shipped        " + report.notShipped());
        lines.add("  customers, France  " + report.customersIn("FR"));
        report.bestCustomers("50000")
                .forEach(row ->
                        lines.add(
                                "  net %14s  %s"
                                        .formatted(
                                                row.path("net").asString(),
                                                row.at("/customer/label").asString())));
        return lines.toString();
    }

    /** Gross, net of discount and the number of lines. */
    JsonNode sales() {
        return first(
                "order_line",
                Map.of(
                        "measures",
                        List.of(
                                sum("gross", "unit_price * quantity"),
                                sum("net", "unit_price * quantity * (1 - discount)"),
                                count("lines"))));
    }

    String freight() {
        return first("order", Map.of("measures", List.of(sum("freight", "freight.amount"))))
                .path("freight")
                .asString();
    }

    long notShipped() {
        return counted("order", "shipped_on == null");
    }

    /**
     * Customers by the country of their address, a part of the trait that they are reached through.
     */
    long customersIn(String country) {
        return first(
                        "party_role",
                        Map.of(
                                "filter",
                                "role == \"customer\" && party.address.country == params.country",
                                "params",
                                Map.of("country", country),
                                "measures",
                                List.of(count("n"))))
                .path("n")
                .asLong();
    }

    /** How many records a filter holds for. */
    long counted(String entity, String filter) {
        return first(entity, Map.of("filter", filter, "measures", List.of(count("n"))))
                .path("n")
                .asLong();
    }

    /** Customers with net sales above an amount, the best first, as references with labels. */
    List<JsonNode> bestCustomers(String above) {
        return rows(
                "order_line",
                Map.of(
                        "group",
                        List.of(Map.of("by", "order.customer", "as", "customer")),
                        "measures",
                        List.of(sum("net", "unit_price * quantity * (1 - discount)")),
                        "having",
                        "net > " + above,
                        "sort",
                        "-net"));
    }

    /** A figure by the value of a path. */
    List<JsonNode> grouped(String entity, String by, Map<String, Object> measure) {
        return rows(
                entity,
                Map.of(
                        "group", List.of(Map.of("by", by, "as", "key")),
                        "measures", List.of(measure),
                        "sort", "key"));
    }

    private JsonNode first(String entity, Map<String, Object> question) {
        return rows(entity, question).getFirst();
    }

    private List<JsonNode> rows(String entity, Map<String, Object> question) {
        return admin.post("/data/" + entity + "/aggregate", question)
                .expect(200)
                .json()
                .path("data")
                .valueStream()
                .toList();
    }

    static Map<String, Object> sum(String as, String of) {
        return Map.of("as", as, "fn", "sum", "of", of);
    }

    static Map<String, Object> count(String as) {
        return Map.of("as", as, "fn", "count");
    }
}
