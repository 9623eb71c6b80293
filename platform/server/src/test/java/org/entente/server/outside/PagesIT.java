package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Lists of records: pages, filters, sorting, chosen fields, totals. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PagesIT {

    private static final int RECORDS = 300;
    private static final String THINGS = "/data/thing";
    private static final List<String> STAGES = List.of("open", "won", "lost");

    private final House house = House.running();
    private Visitor admin;

    @BeforeAll
    void furnish() {
        var tenant = house.freshTenant("pages", "xrm");
        admin = tenant.admin();
        Things.edits().apply(admin);
        var operations =
                IntStream.range(0, RECORDS)
                        .mapToObj(i -> Map.of("op", "create", "values", values(i)))
                        .toList();
        admin.post(THINGS + "/batch", Map.of("operations", operations)).expect(200);
    }

    private static Map<String, Object> values(int i) {
        var values = new LinkedHashMap<String, Object>();
        values.put("code", "P%03d".formatted(i));
        values.put("stage", STAGES.get(i % 3));
        if (i % 5 != 0) {
            values.put("pieces", i % 7);
        }
        if (i % 4 != 0) {
            values.put("due", "2026-%02d-15".formatted(1 + i % 12));
        }
        return values;
    }

    private List<JsonNode> walk(Map<String, String> question) {
        var all = new ArrayList<JsonNode>();
        var asked = new LinkedHashMap<>(question);
        for (var pages = 0; pages <= RECORDS; pages++) {
            var page = admin.get(THINGS, asked).expect(200).json();
            page.path("data").forEach(all::add);
            if (page.at("/page/next").isNull()) {
                return all;
            }
            asked.put("cursor", page.at("/page/next").asString());
        }
        throw new AssertionError("the pages have no end");
    }

    private static List<String> codes(List<JsonNode> records) {
        return records.stream().map(record -> record.at("/values/code").asString()).toList();
    }

    @Test
    void walksThroughAllRecordsOnce() {
        var all = codes(walk(Map.of("limit", "37")));
        assertEquals(RECORDS, all.size());
        assertEquals(RECORDS, new HashSet<>(all).size());
    }

    @Test
    void showsTheNewestFirstAndFiftyOfThem() {
        assertEquals(50, admin.get(THINGS).expect(200).at("/data").size());
        for (var subject : List.of("first", "second", "third")) {
            admin.create("task", Map.of("subject", subject));
        }
        assertEquals(List.of("third", "second", "first"), newest("/data/task?limit=3"));
    }

    private List<String> newest(String path) {
        return admin.get(path)
                .expect(200)
                .at("/data")
                .valueStream()
                .map(record -> record.at("/values/subject").asString())
                .toList();
    }

    @Test
    void sortsByMoreThanOneFieldWithNothingLast() {
        var ascending = walk(Map.of("limit", "41", "sort", "pieces,-code"));
        var descending = walk(Map.of("limit", "41", "sort", "-pieces,-code"));
        var numbers =
                Comparator.comparing(
                        PagesIT::pieces, Comparator.nullsLast(Comparator.naturalOrder()));
        var falling =
                Comparator.comparing(
                        PagesIT::pieces, Comparator.nullsLast(Comparator.reverseOrder()));
        var byCode =
                Comparator.comparing((JsonNode record) -> record.at("/values/code").asString())
                        .reversed();
        assertEquals(
                codes(ascending.stream().sorted(numbers.thenComparing(byCode)).toList()),
                codes(ascending));
        assertEquals(
                codes(descending.stream().sorted(falling.thenComparing(byCode)).toList()),
                codes(descending));
        assertEquals(RECORDS, new HashSet<>(codes(ascending)).size());
        assertEquals(RECORDS, new HashSet<>(codes(descending)).size());
    }

    private static @org.jspecify.annotations.Nullable Integer pieces(JsonNode record) {
        var pieces = record.at("/values/pieces");
        return pieces.isNull() ? null : Integer.valueOf(pieces.asInt());
    }

    @Test
    void sortsOptionsAsTheyAreDeclared() {
        var stages =
                walk(Map.of("limit", "1000", "sort", "stage,code")).stream()
                        .map(record -> record.at("/values/stage").asString())
                        .distinct()
                        .toList();
        assertEquals(STAGES, stages);
    }

    @Test
    void sortsTextAsTheFirstLanguageDoesAndReferencesByTheirLabel() {
        var names = List.of("Eau", "Éclair", "école", "zèbre", "Zoo");
        var shuffled = List.of("Zoo", "école", "zèbre", "Eau", "Éclair");
        for (var name : shuffled) {
            var company = admin.create("organization", Map.of("name", name));
            admin.create("person", Map.of("last_name", name, "organization", company));
        }
        assertEquals(names, column("/data/organization?sort=name&limit=2", "name"));
        assertEquals(names, column("/data/person?sort=organization&limit=2", "last_name"));
    }

    private List<String> column(String path, String field) {
        var values = new ArrayList<String>();
        var next = path;
        while (true) {
            var page = admin.get(next).expect(200);
            page.at("/data")
                    .forEach(record -> values.add(record.path("values").path(field).asString()));
            if (page.at("/page/next").isNull()) {
                return values;
            }
            next = path + "&cursor=" + page.at("/page/next").asString();
        }
    }

    @Test
    void countsOnlyWhenAsked() {
        assertTrue(admin.get(THINGS).at("/total").isNull());
        assertTrue(admin.get(THINGS + "?total=none").at("/total").isNull());
        var exact =
                admin.get(THINGS, Map.of("total", "exact", "filter", "stage == \"won\""))
                        .expect(200);
        assertEquals(Json.read("{\"value\": 100, \"exact\": true}"), exact.at("/total"));
        var estimate = admin.get(THINGS + "?total=estimate").expect(200).at("/total");
        assertTrue(estimate.path("value").asLong(-1) >= 0);
        assertTrue(estimate.path("exact").isBoolean());
    }

    @Test
    void answersTheSameToBothFormsOfTheQuestion() {
        var read =
                admin.get(
                        THINGS,
                        Map.of(
                                "filter", "pieces >= params.least && due < \"2026-06-01\"",
                                "params.least", "3",
                                "fields", "code,due",
                                "sort", "-due,code",
                                "limit", "20",
                                "total", "exact"));
        var posted =
                admin.post(
                        THINGS + "/query",
                        Map.of(
                                "filter",
                                "pieces >= params.least && due < \"2026-06-01\"",
                                "params",
                                Map.of("least", 3),
                                "fields",
                                List.of("code", "due"),
                                "sort",
                                "-due,code",
                                "limit",
                                20,
                                "total",
                                "exact"));
        assertEquals(read.expect(200).at("/data"), posted.expect(200).at("/data"));
        assertEquals(read.at("/total"), posted.at("/total"));
        assertEquals(20, read.at("/data").size());
        var values = read.at("/data/0/values");
        assertEquals(Set.of("code", "due"), new TreeSet<>(values.propertyNames()));
    }

    @Test
    void filtersByEveryKindOfCondition() {
        assertEquals(60, count("pieces == null"));
        assertEquals(240, count("pieces != null"));
        assertEquals(100, count("stage in [\"won\"]"));
        assertEquals(1, count("code == \"P007\""));
        assertEquals(10, count("code.startsWith(\"P01\")"));
        assertEquals(RECORDS, count("code.contains(\"P\") || false"));
        assertEquals(75, count("due == null"));
        assertEquals(RECORDS, count("owner == me"));
        assertEquals(RECORDS, count("created_at <= now && created_at > now - duration(\"P1D\")"));
        assertEquals(0, count("pieces / 0 > 1"));
        assertEquals(expected(i -> i % 5 != 0 && i % 7 > 3), count("pieces > 3"));
        assertEquals(expected(i -> i % 5 != 0 && i % 7 <= 3), count("!(pieces > 3)"));
    }

    private static long expected(java.util.function.IntPredicate condition) {
        return IntStream.range(0, RECORDS).filter(condition).count();
    }

    private long count(String filter) {
        return admin.get(THINGS, Map.of("filter", filter, "total", "exact", "limit", "1"))
                .expect(200)
                .at("/total/value")
                .asLong(-1);
    }

    @Test
    void goesOnWithACursorOnlyAsFarAsItsQuestion() {
        var question = Map.of("sort", "code", "limit", "10");
        var cursor = admin.get(THINGS, question).at("/page/next").asString();
        var second = new LinkedHashMap<>(question);
        second.put("cursor", cursor);
        assertEquals(
                "P010", admin.get(THINGS, second).expect(200).at("/data/0/values/code").asString());
        second.put("limit", "3");
        assertEquals(
                "P010", admin.get(THINGS, second).expect(200).at("/data/0/values/code").asString());
    }

    @Test
    void answersAnEmptyPageOfAnEntityThatNobodyHasWrittenYet() {
        var page = admin.get("/data/consent?total=exact").expect(200);
        assertEquals(0, page.at("/data").size());
        assertEquals(0, page.at("/total/value").asInt(-1));
        assertTrue(page.at("/page/next").isNull());
    }
}
