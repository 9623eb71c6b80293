package org.entente.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The tenant of the bench: two entities, one role, twenty users; made through the API. */
final class BenchTenant {
    static final String NAME = "bench";
    static final String API = "/t/bench/api/v1";
    static final String USER = "bench-owner1";
    static final String ADMINISTRATOR = "admin@bench.example";
    private static final int OWNERS = 20;

    private final Api api;

    BenchTenant(Api api) {
        this.api = api;
    }

    /** Makes what is not there yet. */
    void prepare() {
        var operator = api.token("operator");
        api.created(
                "/api/v1/platform/tenants",
                operator,
                """
                {"name": "bench", "title": {"en": "Bench", "fr": "Banc"}, "packs": [], "admin": {"email": "admin@bench.example"}}
                """);
        var admin = api.token(ADMINISTRATOR);
        if (!api.get(API + "/meta/model", admin).path("entities").has("account")) {
            publish(admin, resource("model.json"));
        }
        for (var i = 1; i <= OWNERS; i++) {
            api.created(API + "/users", admin, user(i));
        }
    }

    /** Publishes edits at once; the answer's time is what an administrator waits. */
    void publish(String admin, String edits) {
        var id = api.post(API + "/meta/changesets", admin, edits).path("id").asString();
        api.post(API + "/meta/changesets/" + id + "/apply", admin, "{}");
    }

    void addField(String name) {
        publish(
                api.token(ADMINISTRATOR),
                """
                {"title": "A field", "edits": [{"op": "put", "path": "entities/account/fields/%s", "value": {"type": "text", "max": 80}}]}
                """
                        .formatted(name));
    }

    void removeFields(List<String> names) {
        var edits =
                names.stream()
                        .map(name ->
                                "{\"op\": \"remove\", \"path\": \"entities/account/fields/"
                                        + name
                                        + "\"}")
                        .collect(Collectors.joining(", "));
        publish(api.token(ADMINISTRATOR), "{\"title\": \"As before\", \"edits\": [" + edits + "]}");
    }

    private static String user(int number) {
        return """
        {"username": "bench-owner%1$d", "email": "owner%1$d@bench.example", "name": "Owner %1$d", "roles": ["seller"]}
        """
                .formatted(number);
    }

    JsonNode model() {
        return api.get(API + "/meta/model", api.token(ADMINISTRATOR));
    }

    /** The ids of the users who own records. */
    List<String> owners() {
        var ids = new ArrayList<String>();
        var page = api.get(API + "/data/user?limit=100", api.token(ADMINISTRATOR));
        for (var user : page.path("data")) {
            if (user.path("values").path("username").asString("").startsWith("bench-owner")) {
                ids.add(user.path("id").asString());
            }
        }
        return ids;
    }

    /** Tables come with the first record; this makes one of each. */
    void firstRecords(Values values) {
        var token = api.token(USER);
        var account =
                api.post(API + "/data/account", token, "{\"values\": " + values.account(0) + "}");
        api.post(
                API + "/data/contact",
                token,
                "{\"values\": {\"full_name\": \"First\", \"account\": \"%s\"}}"
                        .formatted(account.path("id").asString()));
    }

    static String resource(String name) {
        try (var in = BenchTenant.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new BenchFailure(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchFailure(name + " cannot be read", e);
        }
    }
}
