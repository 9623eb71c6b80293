package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Figures about records, by group. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class AggregatesIT {

    private static final Map<String, String> COUNT = Map.of("as", "n", "fn", "count");

    private final House house = House.running();
    private Visitor admin;
    private String acme;

    @BeforeAll
    void furnish() {
        admin = house.freshTenant("figures", "xrm").admin();
        Things.edits().apply(admin);
        acme = admin.create("organization", Map.of("name", "Acme"));
        thing("A1", "won", "2026-04-30", "2026-04-30T21:59:59Z", 10);
        thing("A2", "won", "2026-05-01", "2026-04-30T22:30:00Z", 20);
        thing("A3", "lost", "2026-05-31", "2026-05-31T12:00:00Z", 5);
        admin.create(
                "thing",
                Map.of(
                        "code",
                        "A4",
                        "rate",
                        "0.5000",
                        "price",
                        Map.of("amount", "0.50", "currency", "EUR")));
    }

    private void thing(String code, String stage, String due, String seen, int pieces) {
        admin.create(
                "thing",
                Map.of(
                        "code",
                        code,
                        "stage",
                        stage,
                        "due",
                        due,
                        "seen_at",
                        seen,
                        "pieces",
                        pieces,
                        "rate",
                        "1.2500",
                        "company",
                        acme,
                        "price",
                        Map.of("amount", "2.50", "currency", "EUR")));
    }

    private List<JsonNode> figures(String question) {
        return admin.post("/data/thing/aggregate", question)
                .expect(200)
                .json()
                .path("data")
                .valueStream()
                .toList();
    }

    private static void assertSame(String expected, List<JsonNode> figures) {
        assertEquals(Json.read(expected), Json.read(figures.toString()));
    }

    @Test
    void countsWithoutGroups() {
        assertSame("[{\"n\": 4}]", figures("{\"measures\": [{\"as\": \"n\", \"fn\": \"count\"}]}"));
        assertSame(
                "[{\"n\": 0, \"sum\": 0, \"most\": null}]",
                figures(
                        """
                        {"filter": "code == \\"none\\"",
                         "measures": [{"as": "n", "fn": "count"}, {"as": "sum", "fn": "sum", "of": "pieces"},
                                      {"as": "most", "fn": "max", "of": "pieces"}]}
                        """));
    }

    @Test
    void measuresInEveryWay() {
        assertSame(
                """
                [{"n": 4, "with": 3, "stages": 3, "sum": 35, "least": 5, "most": 20, "mean": "11.666666666666666667",
                  "product": "43.75", "first": "2026-04-30", "last": "A4"}]
                """,
                figures(
                        """
                        {"measures": [
                          {"as": "n", "fn": "count"},
                          {"as": "with", "fn": "count", "of": "pieces"},
                          {"as": "stages", "fn": "count_distinct", "of": "stage"},
                          {"as": "sum", "fn": "sum", "of": "pieces"},
                          {"as": "least", "fn": "min", "of": "pieces"},
                          {"as": "most", "fn": "max", "of": "pieces"},
                          {"as": "mean", "fn": "avg", "of": "pieces"},
                          {"as": "product", "fn": "sum", "of": "pieces * rate"},
                          {"as": "first", "fn": "min", "of": "due"},
                          {"as": "last", "fn": "max", "of": "code"}]}
                        """));
    }

    @Test
    void groupsByAValueWithNothingAsAGroupOfItsOwn() {
        assertSame(
                """
                [{"due": "2026-04-30", "n": 1}, {"due": "2026-05-01", "n": 1}, {"due": "2026-05-31", "n": 1},
                 {"due": null, "n": 1}]
                """,
                figures(
                        "{\"group\": [{\"by\": \"due\"}], \"measures\": [{\"as\": \"n\", \"fn\": \"count\"}], \"sort\": \"due\"}"));
    }

    @Test
    void groupsDatesByWeekMonthQuarterAndYear() {
        assertEquals(List.of("2026-04-27", "2026-05-25", "null"), keys("due", "week", ""));
        assertEquals(List.of("2026-04-01", "2026-05-01", "null"), keys("due", "month", ""));
        assertEquals(List.of("2026-04-01", "null"), keys("due", "quarter", ""));
        assertEquals(List.of("2026-01-01", "null"), keys("due", "year", ""));
    }

    @Test
    void groupsInstantsInTheTimeZoneThatIsAskedFor() {
        assertEquals(
                List.of("2026-04-30", "2026-05-01", "2026-05-31", "null"),
                keys("seen_at", "day", ""));
        assertEquals(List.of("2026-04-30", "2026-05-31", "null"), keys("seen_at", "day", "UTC"));
        assertEquals(
                List.of("2026-05-01", "2026-06-01", "null"),
                keys("seen_at", "day", "Pacific/Auckland"));
    }

    private List<String> keys(String by, String unit, String zone) {
        var timeZone = zone.isEmpty() ? "" : ", \"time_zone\": \"" + zone + "\"";
        var question =
                "{\"group\": [{\"by\": \""
                        + by
                        + "\", \"unit\": \""
                        + unit
                        + "\", \"as\": \"key\"}], \"measures\":"
                        + " [{\"as\": \"n\", \"fn\": \"count\"}], \"sort\": [\"key\"]"
                        + timeZone
                        + "}";
        return figures(question).stream().map(row -> row.path("key").asString("null")).toList();
    }

    @Test
    void groupsByAReferenceAndThroughIt() {
        var rows =
                figures(
                        "{\"group\": [{\"by\": \"company\"}], \"measures\": [{\"as\": \"n\", \"fn\": \"count\"}], \"sort\": \"-n\"}");
        assertEquals(acme, rows.getFirst().at("/company/id").asString());
        assertEquals("Acme", rows.getFirst().at("/company/label").asString());
        assertEquals(3, rows.getFirst().path("n").asInt());
        assertTrue(rows.getLast().path("company").isNull());
        assertSame(
                "[{\"company.name\": \"Acme\", \"n\": 3}]",
                figures(
                        """
                        {"filter": "company != null", "group": [{"by": "company.name"}],
                         "measures": [{"as": "n", "fn": "count"}]}
                        """));
    }

    @Test
    void keepsOnlyGroupsThatHaveWhatIsAsked() {
        assertSame(
                "[{\"stage\": \"won\", \"money\": \"5\", \"n\": 2}]",
                figures(
                        """
                        {"group": [{"by": "stage"}],
                         "measures": [{"as": "money", "fn": "sum", "of": "price.amount"}, {"as": "n", "fn": "count"}],
                         "having": "n > 1 && money >= 5", "sort": ["-money", "stage"], "limit": 10}
                        """));
    }

    @Test
    void takesParametersAndALimit() {
        var rows =
                admin.post(
                                "/data/thing/aggregate",
                                Map.of(
                                        "filter",
                                        "pieces >= params.least",
                                        "params",
                                        Map.of("least", 10),
                                        "group",
                                        List.of(Map.of("by", "code")),
                                        "measures",
                                        List.of(COUNT),
                                        "sort",
                                        "-code",
                                        "limit",
                                        1))
                        .expect(200)
                        .at("/data");
        assertEquals(Json.read("[{\"code\": \"A2\", \"n\": 1}]"), rows);
    }

    @Test
    void refusesAnUnknownTimeZoneUnitAndFunction() {
        admin.post(
                        "/data/thing/aggregate",
                        Map.of("measures", List.of(COUNT), "time_zone", "Mars/Olympus"))
                .refused(422, "invalid_value", "/time_zone");
        var unit = List.of(Map.of("by", "due", "unit", "fortnight"));
        admin.post("/data/thing/aggregate", Map.of("measures", List.of(COUNT), "group", unit))
                .refused(422, "unknown_option", "/group/0/unit");
        var median = List.of(Map.of("as", "m", "fn", "median", "of", "pieces"));
        admin.post("/data/thing/aggregate", Map.of("measures", median))
                .refused(422, "unknown_option", "/measures/0/fn");
    }
}
