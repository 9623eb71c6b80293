package org.entente.server.outside;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches tokens from the identity provider, as {@code ./entente token} does. */
final class Tokens {

    private static final String CLIENT = "entente-cli";
    private static final long RESERVE_SECONDS = 60;

    /** A provider whose database went away needs a moment, in trials that kill it. */
    private static final int LOOKS = 20;

    private final HttpClient http;
    private final URI realm;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Tokens(HttpClient http, URI realm) {
        this.http = http;
        this.realm = realm;
    }

    private record Kept(String token, Instant until) {}

    URI realm() {
        return realm;
    }

    /** A good access token of a user whose password is the name. */
    String of(String user) {
        return kept.compute(user, (_, known) -> isGood(known) ? known : fetch(user)).token();
    }

    private static boolean isGood(@org.jspecify.annotations.Nullable Kept known) {
        return known != null && Instant.now().isBefore(known.until());
    }

    private Kept fetch(String user) {
        var answer = grant(Map.of("client_id", CLIENT, "username", user, "password", user));
        var seconds = answer.path("expires_in").asLong() - RESERVE_SECONDS;
        return new Kept(answer.path("access_token").asString(), Instant.now().plusSeconds(seconds));
    }

    /** All that the provider answers to a grant by password, such as the ID token. */
    JsonNode grant(Map<String, String> form) {
        var all = new LinkedHashMap<String, String>();
        all.put("grant_type", "password");
        all.put("scope", "openid");
        all.putAll(form);
        return post("/protocol/openid-connect/token", all);
    }

    private JsonNode post(String path, Map<String, String> form) {
        var request =
                HttpRequest.newBuilder(URI.create(realm + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            for (var look = 0; look < LOOKS && response.statusCode() >= 500; look++) {
                Thread.sleep(500);
                response = http.send(request, BodyHandlers.ofString());
            }
            if (response.statusCode() != 200) {
                throw new AssertionError(
                        "no token: " + response.statusCode() + " " + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException away) {
            throw new AssertionError("the identity provider does not answer", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** A form as it travels. */
    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
