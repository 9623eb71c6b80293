package org.entente.launcher;

import tools.jackson.databind.JsonNode;

/** The API of one tenant for its administrator; a token is asked for anew before it grows old. */
final class Client {
    private static final long TOKEN_NANOS = 120_000_000_000L;

    private final String api;
    private final String user;
    private final Web web;
    private final Realm realm;
    private String token = "";
    private long since;

    Client(House house, Web web, Realm realm, String tenant) {
        this.api = house.url() + "/t/" + tenant + "/api/v1";
        this.user = Seeding.administrator(tenant);
        this.web = web;
        this.realm = realm;
    }

    private synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - since > TOKEN_NANOS) {
            token = realm.token(user, user);
            since = System.nanoTime();
        }
        return token;
    }

    JsonNode get(String path, String what) {
        return Seeding.good(web.get(api + path, token()), what);
    }

    JsonNode post(String path, JsonNode body, String what) {
        return Seeding.good(web.post(api + path, token(), body), what);
    }

    long count(String entity) {
        return get("/data/" + entity + "?limit=1&total=exact", "counting " + entity)
                .path("total")
                .path("value")
                .asLong(0);
    }
}
