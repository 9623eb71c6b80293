package org.entente.bench;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What each side is asked, drawn at random; the same draws ask both for the same. */
final class Requests {
    private static final String DATA = BenchTenant.API + "/data/";
    static final String REFERENCE = "/reference/";
    private static final List<String> INDUSTRIES =
            List.of(
                    "manufacturing",
                    "software",
                    "retail",
                    "healthcare",
                    "finance",
                    "construction",
                    "logistics",
                    "education",
                    "energy",
                    "hospitality",
                    "media",
                    "agriculture");
    private static final List<String> ABOVE = List.of("100000", "1000000", "5000000");
    private static final int MANY = 1_000;

    private final List<String> ids;
    private final List<String> fragments;
    private final Values values;

    /**
     * @param ids of accounts that both sides have
     * @param fragments of names, half of them rare
     */
    Requests(List<String> ids, List<String> fragments, Values values) {
        this.ids = List.copyOf(ids);
        this.fragments = List.copyOf(fragments);
        this.values = values;
    }

    /** One kind of request, to each side. */
    record Pair(Function<Random, Request> ours, Function<Random, Request> reference) {}

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    Pair get() {
        return new Pair(
                random -> Request.get(DATA + "account/" + any(random, ids)),
                random -> Request.get(REFERENCE + "account/" + any(random, ids)));
    }

    Pair newest() {
        return new Pair(
                random ->
                        Request.get(
                                DATA
                                        + "account?limit=50&filter="
                                        + Api.encode(
                                                "industry == \"%s\" && annual_revenue > %s"
                                                        .formatted(
                                                                any(random, INDUSTRIES),
                                                                any(random, ABOVE)))),
                random ->
                        Request.get(
                                REFERENCE
                                        + "accounts?industry=%s&above=%s"
                                                .formatted(
                                                        any(random, INDUSTRIES),
                                                        any(random, ABOVE))));
    }

    Pair acrossReference() {
        return new Pair(
                random ->
                        Request.get(
                                DATA
                                        + "contact?limit=50&fields=full_name,email,job_title,account&filter="
                                        + Api.encode(
                                                "account.industry == \"%s\""
                                                        .formatted(any(random, INDUSTRIES)))),
                random -> Request.get(REFERENCE + "contacts?industry=" + any(random, INDUSTRIES)));
    }

    Pair create() {
        return new Pair(
                random -> post(DATA + "account", wrapped(random)),
                random -> post(REFERENCE + "account", wrapped(random)));
    }

    private static Request post(String path, String body) {
        return new Request("POST", path, body);
    }

    private String wrapped(Random random) {
        return "{\"values\": " + values.account(random.nextInt()) + "}";
    }

    Pair change() {
        return new Pair(
                random -> patch(DATA + "account/" + any(random, ids), random),
                random -> patch(REFERENCE + "account/" + any(random, ids), random));
    }

    private static Request patch(String path, Random random) {
        var body = "{\"values\": {\"score\": " + random.nextInt(1_000_000) + "}}";
        return new Request("PATCH", path, body);
    }

    Pair figures() {
        return new Pair(
                _ ->
                        post(
                                DATA + "account/aggregate",
                                """
                                {"group": [{"by": "industry"}], "limit": 50, "measures":
                                  [{"as": "total", "fn": "sum", "of": "annual_revenue"}, {"as": "n", "fn": "count"}]}
                                """),
                _ -> Request.get(REFERENCE + "aggregate"));
    }

    Pair named() {
        return new Pair(
                random ->
                        Request.get(
                                DATA
                                        + "account?limit=20&fields=name,city,industry&filter="
                                        + Api.encode(
                                                "name.contains(\"%s\")"
                                                        .formatted(any(random, fragments)))),
                random ->
                        Request.get(
                                REFERENCE + "named?part=" + Api.encode(any(random, fragments))));
    }

    Pair createMany() {
        return new Pair(
                random ->
                        post(
                                DATA + "account/batch",
                                "{\"atomic\": true, \"operations\": ["
                                        + thousand(random, "{\"op\": \"create\", \"values\": %s}")
                                        + "]}"),
                random ->
                        post(
                                REFERENCE + "accounts",
                                "{\"all\": [" + thousand(random, "%s") + "]}"));
    }

    private String thousand(Random random, String pattern) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> pattern.formatted(values.account(random.nextInt())))
                .collect(Collectors.joining(","));
    }
}
