package org.entente.launcher;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates the demo tenants as an outside client would, through the HTTP API alone. Each part looks
 * first at what is there, so an interrupted seeding goes on where it stopped.
 */
final class Seeding {
    private static final Duration USABLE = Duration.ofSeconds(60);

    private final House house;
    private final Web web;
    private final Realm realm;

    Seeding(House house, Web web, Realm realm) {
        this.house = house;
        this.web = web;
        this.realm = realm;
    }

    void seed(TenantFolder tenant) throws IOException {
        var email = administrator(tenant.name());
        create(tenant, email);
        var token = realm.token(email, email);
        awaitUsable(tenant, token);
        applyModel(tenant, token);
        for (var user : tenant.users()) {
            known(
                    web.post(api(tenant, "/users"), token, user),
                    "user " + user.path("username").asString());
        }
        load(tenant, token);
    }

    /** The administrator that the tenant is created with; the demo users come from its folder. */
    static String administrator(String tenant) {
        return "admin@" + tenant + ".example";
    }

    private void create(TenantFolder tenant, String email) throws IOException {
        var definition = tenant.definition();
        var body = JsonMapper.shared().createObjectNode();
        body.put("name", tenant.name());
        body.set("title", definition.path("title"));
        body.set("packs", definition.path("packs"));
        body.putObject("admin").put("email", email);
        var operator = realm.token(Realm.OPERATOR, Realm.OPERATOR);
        known(
                web.post(house.url() + "/api/v1/platform/tenants", operator, body),
                "tenant " + tenant.name());
    }

    private void awaitUsable(TenantFolder tenant, String token) {
        if (!Pause.until(USABLE, () -> web.get(api(tenant, "/me"), token).good())) {
            throw new LaunchFailure(
                    "Tenant "
                            + tenant.name()
                            + " is there and its administrator "
                            + administrator(tenant.name())
                            + " gets no access.");
        }
    }

    private void applyModel(TenantFolder tenant, String token) throws IOException {
        var sets = api(tenant, "/meta/changesets");
        var what = "the model of " + tenant.name();
        var created =
                good(
                        web.post(
                                sets,
                                token,
                                "application/zip",
                                BodyPublishers.ofByteArray(tenant.zip())),
                        what);
        new Applied(web, api(tenant, ""), token, line -> {}).version(created.path("id").asString());
    }

    /** A file is loaded when exactly the records of the earlier files of its entity are there. */
    private void load(TenantFolder tenant, String token) throws IOException {
        Map<String, Integer> earlier = new HashMap<>();
        for (var batch : tenant.batches()) {
            var before =
                    earlier.merge(batch.entity(), batch.values().size(), Integer::sum)
                            - batch.values().size();
            if (count(tenant, batch.entity(), token) == before) {
                good(
                        web.post(
                                api(tenant, "/data/" + batch.entity() + "/batch"),
                                token,
                                batch.body()),
                        tenant.name() + "/data/" + batch.file());
            }
        }
    }

    private long count(TenantFolder tenant, String entity, String token) {
        var page =
                good(
                        web.get(api(tenant, "/data/" + entity + "?limit=1&total=exact"), token),
                        "counting " + entity + " of " + tenant.name());
        return page.path("total").path("value").asLong(-1);
    }

    private String api(TenantFolder tenant, String path) {
        return house.url() + "/t/" + tenant.name() + "/api/v1" + path;
    }

    private static void known(Web.Answer answer, String what) {
        if (answer.status() != 409) {
            good(answer, what);
        }
    }

    /** The body of a good answer; a refusal ends the command and says why. */
    static JsonNode good(Web.Answer answer, String what) {
        if (!answer.good()) {
            throw new LaunchFailure(
                    what + " was refused: " + answer.status() + "\n" + explain(answer));
        }
        return answer.body();
    }

    /** Each error of a problem on a line of its own; the raw text when it is none. */
    static String explain(Web.Answer answer) {
        List<String> errors =
                answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error ->
                                "  "
                                        + error.path("pointer").asString("")
                                        + "  "
                                        + error.path("code").asString("")
                                        + "  "
                                        + error.path("message").asString(""))
                        .toList();
        return errors.isEmpty() ? "  " + answer.text() : String.join("\n", errors);
    }
}
